package com.northwind.dispatch.contractbenchmarks;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.eld.v1.Alarm;
import com.northwind.dispatch.contracts.eld.v1.AnalogInput;
import com.northwind.dispatch.contracts.eld.v1.DigitalSignal;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Priority;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;

/// The telemetry that is measured with.
public enum SampleTelemetry {
  /// A truck on the road: 20 values, as nearly every record has them.
  TYPICAL("20 values") {
    @Override
    public Telemetry message() {
      return Telemetry.newBuilder()
          .setDeviceId("ELD-0001")
          .setVehicleId("T-0001")
          .setProtocol("teltonika")
          .setDeviceTime(time(0))
          .setReceivedTime(time(412_000_000))
          .setPosition(
              Position.newBuilder()
                  .setFixTime(time(0))
                  .setValid(true)
                  .setLatitudeDeg(41.8781136)
                  .setLongitudeDeg(-87.6297982)
                  .setAltitudeM(181)
                  .setSpeedKph(88.5)
                  .setHeadingDeg(271)
                  .setSatellites(14))
          .setIgnition(true)
          .setMotion(true)
          .setOdometerKm(412_345.678)
          .setEngineHours(10_412.35)
          .setEngineSpeedRpm(1_423.125)
          .setFuelLevelPercent(63.2)
          .setSupplyVoltageV(13.87)
          .build();
    }
  },
  /// Every field of the contract, with two or three of what comes in lists.
  FULL("every field") {
    @Override
    public Telemetry message() {
      Telemetry.Builder telemetry = TYPICAL.message().toBuilder();
      telemetry.getPositionBuilder().setAccuracyM(2.5).setHdop(0.9).setPdop(1.6).setVdop(1.3);
      return telemetry
          .setTripOdometerKm(212.4)
          .setWheelSpeedKph(88.25)
          .setFuelUsedL(141_203.5)
          .setCoolantTemperatureCelsius(87)
          .setBatteryVoltageV(4.02)
          .setBatteryCurrentA(-0.012)
          .setBatteryLevelPercent(97)
          .setSignalLevel(4)
          .setNetworkOperator(310_410)
          .setVin("1FUJGLDR5CSBA1234")
          .setDriverCardId("00000000a1b2c3d4")
          .addDiagnosticCodes("P0128")
          .addDiagnosticCodes("P0401")
          .addAlarms(Alarm.ALARM_HARSH_BRAKING)
          .addAlarms(Alarm.ALARM_OVERSPEED)
          .addDigitalInputs(DigitalSignal.newBuilder().setLine(1).setActive(true))
          .addDigitalInputs(DigitalSignal.newBuilder().setLine(2))
          .addDigitalOutputs(DigitalSignal.newBuilder().setLine(1))
          .addAnalogInputs(AnalogInput.newBuilder().setLine(1).setVoltageV(3.301))
          .addAnalogInputs(AnalogInput.newBuilder().setLine(2).setVoltageV(11.942))
          .setEventCode(253)
          .setPriority(Priority.PRIORITY_HIGH)
          .addVendorParameters(VendorParameter.newBuilder().setName("io239").setNumber(1))
          .addVendorParameters(VendorParameter.newBuilder().setName("io81").setFlag(true))
          .addVendorParameters(VendorParameter.newBuilder().setName("io132").setHex("00ff2201"))
          .setBacklog(true)
          .build();
    }
  };

  private static final long SECONDS = 1_795_325_400L;

  private final String description;

  SampleTelemetry(String description) {
    this.description = description;
  }

  /// What is in it, in two words.
  public String description() {
    return description;
  }

  /// A message of this shape, newly built.
  public abstract Telemetry message();

  private static Timestamp time(int nanos) {
    return Timestamp.newBuilder().setSeconds(SECONDS).setNanos(nanos).build();
  }
}
