package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.eld.v1.Alarm;
import java.util.List;

/// Compares alarms by name. We may raise more than the file has: it leaves some alarm elements as
/// numbers.
final class TeltonikaAlarms {
  private TeltonikaAlarms() {}

  static void compare(JsonNode expected, Readings readings, Findings findings) {
    for (String name : expected.asText().split(",", -1)) {
      if (!isRaised(name.strip(), readings)) {
        findings.differs("alarm", name, readings.telemetry().getAlarmsList());
      }
    }
  }

  /// A cut supply is a unit unplugged here, and element 236, "alarm", says no more than that.
  private static boolean isRaised(String name, Readings readings) {
    List<Alarm> raised = readings.telemetry().getAlarmsList();
    return switch (name) {
      case "powerCut" ->
          raised.contains(Alarm.ALARM_POWER_CUT) || raised.contains(Alarm.ALARM_UNPLUGGED);
      case "general" -> readings.number("io236").filter(value -> value == 1).isPresent();
      default -> raised.contains(alarm(name));
    };
  }

  private static Alarm alarm(String name) {
    return switch (name) {
      case "sos" -> Alarm.ALARM_SOS;
      case "hardAcceleration" -> Alarm.ALARM_HARSH_ACCELERATION;
      case "hardBraking" -> Alarm.ALARM_HARSH_BRAKING;
      case "hardCornering" -> Alarm.ALARM_HARSH_CORNERING;
      case "overspeed" -> Alarm.ALARM_OVERSPEED;
      case "tow" -> Alarm.ALARM_TOW;
      case "idle" -> Alarm.ALARM_IDLE;
      case "accident" -> Alarm.ALARM_ACCIDENT;
      case "jamming" -> Alarm.ALARM_JAMMING;
      case "lowPower" -> Alarm.ALARM_POWER_LOW;
      case "lowBattery" -> Alarm.ALARM_BATTERY_LOW;
      case "tampering" -> Alarm.ALARM_TAMPERING;
      case "geofenceEnter" -> Alarm.ALARM_GEOFENCE_ENTER;
      case "geofenceExit" -> Alarm.ALARM_GEOFENCE_EXIT;
      case "fault" -> Alarm.ALARM_FAULT;
      case "unplugged" -> Alarm.ALARM_UNPLUGGED;
      case "temperature" -> Alarm.ALARM_TEMPERATURE;
      case "movement" -> Alarm.ALARM_MOVEMENT;
      default -> Alarm.ALARM_UNSPECIFIED;
    };
  }
}
