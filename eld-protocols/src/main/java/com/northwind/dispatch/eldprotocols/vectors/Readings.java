package com.northwind.dispatch.eldprotocols.vectors;

import com.northwind.dispatch.contracts.eld.v1.AnalogInput;
import com.northwind.dispatch.contracts.eld.v1.DigitalSignal;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Values of one record of ours, looked up by what they are called.
final class Readings {
  private final Telemetry telemetry;

  Readings(Telemetry telemetry) {
    this.telemetry = telemetry;
  }

  Telemetry telemetry() {
    return telemetry;
  }

  /// The vendor parameter called `name`.
  Optional<VendorParameter> parameter(String name) {
    return telemetry.getVendorParametersList().stream()
        .filter(parameter -> parameter.getName().equals(name))
        .findFirst();
  }

  /// The vendor parameter called `name`, when it is a number or an integer written as text.
  Optional<Double> number(String name) {
    return parameter(name)
        .flatMap(
            parameter ->
                switch (parameter.getValueCase()) {
                  case NUMBER -> Optional.of(parameter.getNumber());
                  case TEXT ->
                      parameter.getText().matches("\\d+")
                          ? Optional.of(new BigInteger(parameter.getText()).doubleValue())
                          : Optional.empty();
                  case FLAG -> Optional.of(parameter.getFlag() ? 1.0 : 0.0);
                  case HEX, VALUE_NOT_SET -> Optional.empty();
                });
  }

  /// State of digital input `line`.
  Optional<Boolean> digitalInput(int line) {
    return state(telemetry.getDigitalInputsList(), line);
  }

  /// State of digital output `line`.
  Optional<Boolean> digitalOutput(int line) {
    return state(telemetry.getDigitalOutputsList(), line);
  }

  /// Voltage at analogue input `line`, volts.
  Optional<Double> analogInput(int line) {
    return telemetry.getAnalogInputsList().stream()
        .filter(input -> input.getLine() == line)
        .map(AnalogInput::getVoltageV)
        .findFirst();
  }

  private static Optional<Boolean> state(List<DigitalSignal> signals, int line) {
    return signals.stream()
        .filter(signal -> signal.getLine() == line)
        .map(DigitalSignal::getActive)
        .findFirst();
  }
}
