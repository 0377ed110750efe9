package com.northwind.dispatch.contracts.json;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;

/// Telemetry from JSON.
final class TelemetryReader {
  private static final MemberNames NAMES = TelemetryWriter.NAMES;

  private TelemetryReader() {}

  static Telemetry read(JsonReader in) throws JsonReadException {
    in.beginObject();
    Telemetry.Builder telemetry = Telemetry.newBuilder();
    Members members = new Members(NAMES, in, telemetry);
    try {
      for (int field = members.next(); field != 0; field = members.next()) {
        readField(field, in, telemetry);
      }
    } catch (JsonReadException e) {
      throw members.locate(e);
    }
    return telemetry.build();
  }

  private static void readField(int field, JsonReader in, Telemetry.Builder to)
      throws JsonReadException {
    switch (field) {
      case Telemetry.DEVICE_ID_FIELD_NUMBER -> to.setDeviceId(in.readText());
      case Telemetry.VEHICLE_ID_FIELD_NUMBER -> to.setVehicleId(in.readText());
      case Telemetry.PROTOCOL_FIELD_NUMBER -> to.setProtocol(in.readText());
      case Telemetry.DEVICE_TIME_FIELD_NUMBER -> to.setDeviceTime(TimeReader.read(in));
      case Telemetry.RECEIVED_TIME_FIELD_NUMBER -> to.setReceivedTime(TimeReader.read(in));
      case Telemetry.POSITION_FIELD_NUMBER -> to.setPosition(PositionJson.read(in));
      case Telemetry.IGNITION_FIELD_NUMBER -> to.setIgnition(in.readBoolean());
      case Telemetry.MOTION_FIELD_NUMBER -> to.setMotion(in.readBoolean());
      case Telemetry.ODOMETER_KM_FIELD_NUMBER -> to.setOdometerKm(in.readDouble());
      case Telemetry.TRIP_ODOMETER_KM_FIELD_NUMBER -> to.setTripOdometerKm(in.readDouble());
      case Telemetry.ENGINE_HOURS_FIELD_NUMBER -> to.setEngineHours(in.readDouble());
      case Telemetry.ENGINE_SPEED_RPM_FIELD_NUMBER -> to.setEngineSpeedRpm(in.readDouble());
      case Telemetry.WHEEL_SPEED_KPH_FIELD_NUMBER -> to.setWheelSpeedKph(in.readDouble());
      case Telemetry.FUEL_LEVEL_PERCENT_FIELD_NUMBER -> to.setFuelLevelPercent(in.readDouble());
      case Telemetry.FUEL_USED_L_FIELD_NUMBER -> to.setFuelUsedL(in.readDouble());
      case Telemetry.COOLANT_TEMPERATURE_CELSIUS_FIELD_NUMBER ->
          to.setCoolantTemperatureCelsius(in.readDouble());
      case Telemetry.SUPPLY_VOLTAGE_V_FIELD_NUMBER -> to.setSupplyVoltageV(in.readDouble());
      case Telemetry.BATTERY_VOLTAGE_V_FIELD_NUMBER -> to.setBatteryVoltageV(in.readDouble());
      case Telemetry.BATTERY_CURRENT_A_FIELD_NUMBER -> to.setBatteryCurrentA(in.readDouble());
      case Telemetry.BATTERY_LEVEL_PERCENT_FIELD_NUMBER ->
          to.setBatteryLevelPercent(in.readDouble());
      case Telemetry.SIGNAL_LEVEL_FIELD_NUMBER -> to.setSignalLevel(in.readUnsigned());
      case Telemetry.NETWORK_OPERATOR_FIELD_NUMBER -> to.setNetworkOperator(in.readUnsigned());
      case Telemetry.VIN_FIELD_NUMBER -> to.setVin(in.readText());
      case Telemetry.DRIVER_CARD_ID_FIELD_NUMBER -> to.setDriverCardId(in.readText());
      case Telemetry.DIAGNOSTIC_CODES_FIELD_NUMBER ->
          readArray(in, to, TelemetryReader::addDiagnosticCodes);
      case Telemetry.ALARMS_FIELD_NUMBER -> readArray(in, to, TelemetryReader::addAlarms);
      case Telemetry.DIGITAL_INPUTS_FIELD_NUMBER ->
          readArray(in, to, TelemetryReader::addDigitalInputs);
      case Telemetry.DIGITAL_OUTPUTS_FIELD_NUMBER ->
          readArray(in, to, TelemetryReader::addDigitalOutputs);
      case Telemetry.ANALOG_INPUTS_FIELD_NUMBER ->
          readArray(in, to, TelemetryReader::addAnalogInputs);
      case Telemetry.EVENT_CODE_FIELD_NUMBER -> to.setEventCode(in.readUnsigned());
      case Telemetry.PRIORITY_FIELD_NUMBER -> readPriority(in, to);
      case Telemetry.VENDOR_PARAMETERS_FIELD_NUMBER ->
          readArray(in, to, TelemetryReader::addVendorParameters);
      case Telemetry.BACKLOG_FIELD_NUMBER -> to.setBacklog(in.readBoolean());
      default -> in.skipValue();
    }
  }

  private static void readPriority(JsonReader in, Telemetry.Builder to) throws JsonReadException {
    long number = TelemetryWriter.PRIORITY_NAMES.read(in);
    if (number != EnumNames.ABSENT) {
      to.setPriorityValue((int) number);
    }
  }

  /// Reads one element of an array into the message.
  private interface Element {
    void read(JsonReader in, Telemetry.Builder to) throws JsonReadException;
  }

  private static void readArray(JsonReader in, Telemetry.Builder to, Element element)
      throws JsonReadException {
    in.beginArray();
    int index = 0;
    try {
      while (in.nextElement()) {
        element.read(in, to);
        index++;
      }
    } catch (JsonReadException e) {
      throw e.under(Integer.toString(index));
    }
  }

  private static void addDiagnosticCodes(JsonReader in, Telemetry.Builder to)
      throws JsonReadException {
    to.addDiagnosticCodes(in.readText());
  }

  private static void addAlarms(JsonReader in, Telemetry.Builder to) throws JsonReadException {
    long number = TelemetryLists.ALARM_NAMES.read(in);
    if (number != EnumNames.ABSENT) {
      to.addAlarmsValue((int) number);
    }
  }

  private static void addDigitalInputs(JsonReader in, Telemetry.Builder to)
      throws JsonReadException {
    to.addDigitalInputs(SignalJson.readDigital(in));
  }

  private static void addDigitalOutputs(JsonReader in, Telemetry.Builder to)
      throws JsonReadException {
    to.addDigitalOutputs(SignalJson.readDigital(in));
  }

  private static void addAnalogInputs(JsonReader in, Telemetry.Builder to)
      throws JsonReadException {
    to.addAnalogInputs(SignalJson.readAnalog(in));
  }

  private static void addVendorParameters(JsonReader in, Telemetry.Builder to)
      throws JsonReadException {
    to.addVendorParameters(VendorParameterJson.read(in));
  }
}
