package com.northwind.dispatch.contracts.json;

import com.northwind.dispatch.contracts.eld.v1.Alarm;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;

/// What telemetry holds several of, to JSON.
final class TelemetryLists {
  static final EnumNames ALARM_NAMES = new EnumNames(Alarm.getDescriptor());

  private static final MemberNames NAMES = TelemetryWriter.NAMES;
  private static final byte[] DIAGNOSTIC_CODES =
      NAMES.prefix(Telemetry.DIAGNOSTIC_CODES_FIELD_NUMBER);
  private static final byte[] ALARMS = NAMES.prefix(Telemetry.ALARMS_FIELD_NUMBER);
  private static final byte[] DIGITAL_INPUTS = NAMES.prefix(Telemetry.DIGITAL_INPUTS_FIELD_NUMBER);
  private static final byte[] DIGITAL_OUTPUTS =
      NAMES.prefix(Telemetry.DIGITAL_OUTPUTS_FIELD_NUMBER);
  private static final byte[] ANALOG_INPUTS = NAMES.prefix(Telemetry.ANALOG_INPUTS_FIELD_NUMBER);
  private static final byte[] VENDOR_PARAMETERS =
      NAMES.prefix(Telemetry.VENDOR_PARAMETERS_FIELD_NUMBER);

  private TelemetryLists() {}

  static void writeSignals(Telemetry telemetry, JsonBytes out) {
    if (telemetry.getDiagnosticCodesCount() > 0) {
      out.raw(DIAGNOSTIC_CODES);
      int begin = out.begin();
      for (int i = 0; i < telemetry.getDiagnosticCodesCount(); i++) {
        out.raw(',');
        out.text(telemetry.getDiagnosticCodes(i));
      }
      out.endArray(begin);
    }
    if (telemetry.getAlarmsCount() > 0) {
      out.raw(ALARMS);
      int begin = out.begin();
      for (int i = 0; i < telemetry.getAlarmsCount(); i++) {
        out.raw(',');
        ALARM_NAMES.write(telemetry.getAlarmsValue(i), out);
      }
      out.endArray(begin);
    }
    if (telemetry.getDigitalInputsCount() > 0) {
      out.raw(DIGITAL_INPUTS);
      int begin = out.begin();
      for (int i = 0; i < telemetry.getDigitalInputsCount(); i++) {
        out.raw(',');
        SignalJson.write(telemetry.getDigitalInputs(i), out);
      }
      out.endArray(begin);
    }
    if (telemetry.getDigitalOutputsCount() > 0) {
      out.raw(DIGITAL_OUTPUTS);
      int begin = out.begin();
      for (int i = 0; i < telemetry.getDigitalOutputsCount(); i++) {
        out.raw(',');
        SignalJson.write(telemetry.getDigitalOutputs(i), out);
      }
      out.endArray(begin);
    }
    if (telemetry.getAnalogInputsCount() > 0) {
      out.raw(ANALOG_INPUTS);
      int begin = out.begin();
      for (int i = 0; i < telemetry.getAnalogInputsCount(); i++) {
        out.raw(',');
        SignalJson.write(telemetry.getAnalogInputs(i), out);
      }
      out.endArray(begin);
    }
  }

  static void writeVendorParameters(Telemetry telemetry, JsonBytes out) {
    if (telemetry.getVendorParametersCount() > 0) {
      out.raw(VENDOR_PARAMETERS);
      int begin = out.begin();
      for (int i = 0; i < telemetry.getVendorParametersCount(); i++) {
        out.raw(',');
        VendorParameterJson.write(telemetry.getVendorParameters(i), out);
      }
      out.endArray(begin);
    }
  }
}
