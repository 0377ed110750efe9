package com.northwind.dispatch.contracts.json;

import com.northwind.dispatch.contracts.eld.v1.Priority;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;

/// Telemetry to JSON, field by field in the order of their numbers, as `JsonFormat` has them.
final class TelemetryWriter {
  static final MemberNames NAMES = new MemberNames(Telemetry.getDescriptor());
  static final EnumNames PRIORITY_NAMES = new EnumNames(Priority.getDescriptor());

  private static final byte[] DEVICE_ID = NAMES.prefix(Telemetry.DEVICE_ID_FIELD_NUMBER);
  private static final byte[] VEHICLE_ID = NAMES.prefix(Telemetry.VEHICLE_ID_FIELD_NUMBER);
  private static final byte[] PROTOCOL = NAMES.prefix(Telemetry.PROTOCOL_FIELD_NUMBER);
  private static final byte[] DEVICE_TIME = NAMES.prefix(Telemetry.DEVICE_TIME_FIELD_NUMBER);
  private static final byte[] RECEIVED_TIME = NAMES.prefix(Telemetry.RECEIVED_TIME_FIELD_NUMBER);
  private static final byte[] POSITION = NAMES.prefix(Telemetry.POSITION_FIELD_NUMBER);
  private static final byte[] IGNITION = NAMES.prefix(Telemetry.IGNITION_FIELD_NUMBER);
  private static final byte[] MOTION = NAMES.prefix(Telemetry.MOTION_FIELD_NUMBER);
  private static final byte[] ODOMETER_KM = NAMES.prefix(Telemetry.ODOMETER_KM_FIELD_NUMBER);
  private static final byte[] TRIP_ODOMETER_KM =
      NAMES.prefix(Telemetry.TRIP_ODOMETER_KM_FIELD_NUMBER);
  private static final byte[] ENGINE_HOURS = NAMES.prefix(Telemetry.ENGINE_HOURS_FIELD_NUMBER);
  private static final byte[] ENGINE_SPEED_RPM =
      NAMES.prefix(Telemetry.ENGINE_SPEED_RPM_FIELD_NUMBER);
  private static final byte[] WHEEL_SPEED_KPH =
      NAMES.prefix(Telemetry.WHEEL_SPEED_KPH_FIELD_NUMBER);
  private static final byte[] FUEL_LEVEL_PERCENT =
      NAMES.prefix(Telemetry.FUEL_LEVEL_PERCENT_FIELD_NUMBER);
  private static final byte[] FUEL_USED_L = NAMES.prefix(Telemetry.FUEL_USED_L_FIELD_NUMBER);
  private static final byte[] COOLANT_TEMPERATURE_CELSIUS =
      NAMES.prefix(Telemetry.COOLANT_TEMPERATURE_CELSIUS_FIELD_NUMBER);
  private static final byte[] SUPPLY_VOLTAGE_V =
      NAMES.prefix(Telemetry.SUPPLY_VOLTAGE_V_FIELD_NUMBER);
  private static final byte[] BATTERY_VOLTAGE_V =
      NAMES.prefix(Telemetry.BATTERY_VOLTAGE_V_FIELD_NUMBER);
  private static final byte[] BATTERY_CURRENT_A =
      NAMES.prefix(Telemetry.BATTERY_CURRENT_A_FIELD_NUMBER);
  private static final byte[] BATTERY_LEVEL_PERCENT =
      NAMES.prefix(Telemetry.BATTERY_LEVEL_PERCENT_FIELD_NUMBER);
  private static final byte[] SIGNAL_LEVEL = NAMES.prefix(Telemetry.SIGNAL_LEVEL_FIELD_NUMBER);
  private static final byte[] NETWORK_OPERATOR =
      NAMES.prefix(Telemetry.NETWORK_OPERATOR_FIELD_NUMBER);
  private static final byte[] VIN = NAMES.prefix(Telemetry.VIN_FIELD_NUMBER);
  private static final byte[] DRIVER_CARD_ID = NAMES.prefix(Telemetry.DRIVER_CARD_ID_FIELD_NUMBER);
  private static final byte[] EVENT_CODE = NAMES.prefix(Telemetry.EVENT_CODE_FIELD_NUMBER);
  private static final byte[] PRIORITY = NAMES.prefix(Telemetry.PRIORITY_FIELD_NUMBER);
  private static final byte[] BACKLOG = NAMES.prefix(Telemetry.BACKLOG_FIELD_NUMBER);

  private TelemetryWriter() {}

  static void write(Telemetry telemetry, JsonBytes out) {
    int begin = out.begin();
    writeOrigin(telemetry, out);
    writeVehicle(telemetry, out);
    writeDevice(telemetry, out);
    TelemetryLists.writeSignals(telemetry, out);
    writeReason(telemetry, out);
    out.endObject(begin);
  }

  private static void writeOrigin(Telemetry telemetry, JsonBytes out) {
    out.memberUnlessEmpty(DEVICE_ID, telemetry.getDeviceId());
    out.memberUnlessEmpty(VEHICLE_ID, telemetry.getVehicleId());
    out.memberUnlessEmpty(PROTOCOL, telemetry.getProtocol());
    if (telemetry.hasDeviceTime()) {
      out.member(DEVICE_TIME, telemetry.getDeviceTime());
    }
    if (telemetry.hasReceivedTime()) {
      out.member(RECEIVED_TIME, telemetry.getReceivedTime());
    }
    if (telemetry.hasPosition()) {
      out.raw(POSITION);
      PositionJson.write(telemetry.getPosition(), out);
    }
  }

  private static void writeVehicle(Telemetry telemetry, JsonBytes out) {
    if (telemetry.hasIgnition()) {
      out.member(IGNITION, telemetry.getIgnition());
    }
    if (telemetry.hasMotion()) {
      out.member(MOTION, telemetry.getMotion());
    }
    if (telemetry.hasOdometerKm()) {
      out.member(ODOMETER_KM, telemetry.getOdometerKm());
    }
    if (telemetry.hasTripOdometerKm()) {
      out.member(TRIP_ODOMETER_KM, telemetry.getTripOdometerKm());
    }
    if (telemetry.hasEngineHours()) {
      out.member(ENGINE_HOURS, telemetry.getEngineHours());
    }
    if (telemetry.hasEngineSpeedRpm()) {
      out.member(ENGINE_SPEED_RPM, telemetry.getEngineSpeedRpm());
    }
    if (telemetry.hasWheelSpeedKph()) {
      out.member(WHEEL_SPEED_KPH, telemetry.getWheelSpeedKph());
    }
    if (telemetry.hasFuelLevelPercent()) {
      out.member(FUEL_LEVEL_PERCENT, telemetry.getFuelLevelPercent());
    }
    if (telemetry.hasFuelUsedL()) {
      out.member(FUEL_USED_L, telemetry.getFuelUsedL());
    }
    if (telemetry.hasCoolantTemperatureCelsius()) {
      out.member(COOLANT_TEMPERATURE_CELSIUS, telemetry.getCoolantTemperatureCelsius());
    }
  }

  private static void writeDevice(Telemetry telemetry, JsonBytes out) {
    if (telemetry.hasSupplyVoltageV()) {
      out.member(SUPPLY_VOLTAGE_V, telemetry.getSupplyVoltageV());
    }
    if (telemetry.hasBatteryVoltageV()) {
      out.member(BATTERY_VOLTAGE_V, telemetry.getBatteryVoltageV());
    }
    if (telemetry.hasBatteryCurrentA()) {
      out.member(BATTERY_CURRENT_A, telemetry.getBatteryCurrentA());
    }
    if (telemetry.hasBatteryLevelPercent()) {
      out.member(BATTERY_LEVEL_PERCENT, telemetry.getBatteryLevelPercent());
    }
    if (telemetry.hasSignalLevel()) {
      out.unsignedMember(SIGNAL_LEVEL, telemetry.getSignalLevel());
    }
    if (telemetry.hasNetworkOperator()) {
      out.unsignedMember(NETWORK_OPERATOR, telemetry.getNetworkOperator());
    }
    if (telemetry.hasVin()) {
      out.member(VIN, telemetry.getVin());
    }
    if (telemetry.hasDriverCardId()) {
      out.member(DRIVER_CARD_ID, telemetry.getDriverCardId());
    }
  }

  private static void writeReason(Telemetry telemetry, JsonBytes out) {
    if (telemetry.hasEventCode()) {
      out.unsignedMember(EVENT_CODE, telemetry.getEventCode());
    }
    if (telemetry.getPriorityValue() != 0) {
      out.raw(PRIORITY);
      PRIORITY_NAMES.write(telemetry.getPriorityValue(), out);
    }
    TelemetryLists.writeVendorParameters(telemetry, out);
    if (telemetry.getBacklog()) {
      out.member(BACKLOG, true);
    }
  }
}
