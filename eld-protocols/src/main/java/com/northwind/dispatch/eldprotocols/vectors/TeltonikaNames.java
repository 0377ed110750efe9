package com.northwind.dispatch.eldprotocols.vectors;

import java.util.List;

/// Which numbered elements an attribute's name can stand for, and the scale from the element's
/// value to the attribute's. The same quantity has different numbers on different models: OBD, CAN
/// adapter, and the FMS bus of heavy trucks.
final class TeltonikaNames {
  private static final double MILLI = 0.001;
  private static final double CENTI = 0.01;
  private static final double DECI = 0.1;
  private static final double M_PER_KM = 1_000;
  private static final double MS_PER_MINUTE = 60_000;

  private TeltonikaNames() {}

  /// @param element number in the vendor's list
  /// @param scale attribute's value for one unit of the element's
  record Candidate(int element, double scale) {}

  /// The candidates for an attribute, none when the name is not an element's.
  static List<Candidate> candidates(String name) {
    return switch (name) {
      case "axisX" -> one(17, 1);
      case "axisY" -> one(18, 1);
      case "axisZ" -> one(19, 1);
      case "rssi" -> one(21, 1);
      case "operator" -> one(241, 1);
      case "power" -> one(66, MILLI);
      case "battery" -> one(67, MILLI);
      case "batteryCurrent" -> one(68, MILLI);
      case "batteryLevel" -> one(113, 1);
      case "hdop" -> List.of(new Candidate(182, DECI), new Candidate(20, DECI));
      case "pdop" -> List.of(new Candidate(181, DECI), new Candidate(22, DECI));
      case "vdop" -> one(21, DECI);
      case "odometer" -> List.of(new Candidate(16, 1), new Candidate(216, 1));
      case "tripOdometer" -> one(199, 1);
      case "obdOdometer" ->
          List.of(
              new Candidate(87, 1),
              new Candidate(105, 1),
              new Candidate(389, 1),
              new Candidate(389, M_PER_KM));
      case "hours" -> List.of(new Candidate(102, MS_PER_MINUTE), new Candidate(103, MS_PER_MINUTE));
      case "rpm" -> List.of(new Candidate(36, 1), new Candidate(85, 1), new Candidate(88, 1));
      case "obdSpeed" -> List.of(new Candidate(37, 1), new Candidate(81, 1), new Candidate(80, 1));
      case "throttle" -> List.of(new Candidate(41, 1), new Candidate(82, 1));
      case "engineLoad" ->
          List.of(
              new Candidate(31, 1),
              new Candidate(114, 1),
              new Candidate(52, 1),
              new Candidate(85, 1));
      case "coolantTemp" ->
          List.of(new Candidate(32, 1), new Candidate(115, DECI), new Candidate(127, 1));
      case "engineTemp" -> List.of(new Candidate(115, DECI), new Candidate(58, 1));
      case "fuel" -> List.of(new Candidate(84, DECI), new Candidate(390, DECI));
      case "fuelLevel" ->
          List.of(
              new Candidate(48, 1),
              new Candidate(89, 1),
              new Candidate(84, DECI),
              new Candidate(87, 1),
              new Candidate(390, DECI));
      case "fuelUsed" ->
          List.of(
              new Candidate(12, MILLI),
              new Candidate(83, DECI),
              new Candidate(107, DECI),
              new Candidate(138, MILLI));
      case "fuelConsumption" ->
          List.of(new Candidate(13, CENTI), new Candidate(60, CENTI), new Candidate(110, DECI));
      case "faultCount" -> one(30, 1);
      case "gnssStatus", "gpsStatus" -> one(69, 1);
      case "deviceTemp" -> one(70, DECI);
      case "workMode", "dataMode" -> one(80, 1);
      case "door", "doors", "doorStatus" -> one(90, 1);
      case "sleepMode" -> one(200, 1);
      case "cid2g", "cid" -> one(205, 1);
      case "lac" -> one(206, 1);
      case "networkType" -> one(237, 1);
      default -> List.of();
    };
  }

  /// The candidates for the attribute of the `number`-th sensor of a kind.
  static List<Candidate> candidates(String kind, int number) {
    return switch (kind) {
      case "bleTemp" -> one(24 + number, CENTI);
      case "bleBattery" -> sensor(number, 1, 29, 20, 22, 23);
      case "bleHumidity" -> sensor(number, DECI, 86, 104, 106, 108);
      case "eyeTemp" -> one(10_799 + number, CENTI);
      case "eyeHumidity" -> one(10_803 + number, 1);
      case "temp" -> List.of(new Candidate(71 + number, DECI), new Candidate(24 + number, CENTI));
      default -> List.of();
    };
  }

  private static List<Candidate> one(int element, double scale) {
    return List.of(new Candidate(element, scale));
  }

  private static List<Candidate> sensor(int number, double scale, int... elements) {
    return number >= 1 && number <= elements.length ? one(elements[number - 1], scale) : List.of();
  }
}
