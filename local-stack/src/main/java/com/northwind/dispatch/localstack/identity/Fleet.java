package com.northwind.dispatch.localstack.identity;

import java.util.List;
import java.util.stream.IntStream;

/// The drivers, tractors, tablets and ELDs of a simulated carrier.
///
/// Driver `D-0001` drives tractor `T-0001` with tablet `TAB-0001`; ELD `ELD-0001` is mounted in
/// tractor `T-0001`; and so on.
///
/// @param drivers who drives, one tablet each
/// @param elds the devices in the tractors
/// @param tractorIds every tractor that a driver drives or a device is mounted in
public record Fleet(List<Driver> drivers, List<Eld> elds, List<String> tractorIds) {

  public Fleet {
    drivers = List.copyOf(drivers);
    elds = List.copyOf(elds);
    tractorIds = List.copyOf(tractorIds);
  }

  /// A driver with tractor and tablet.
  public record Driver(String driverId, String tractorId, String tabletId, String name) {}

  /// A device and the vehicle it is mounted in.
  public record Eld(String deviceId, String imei, String vehicleId) {}

  /// A fleet of that many units.
  public static Fleet of(int eldCount, int tabletCount) {
    return new Fleet(
        numbers(tabletCount).mapToObj(Fleet::driver).toList(),
        numbers(eldCount).mapToObj(Fleet::eld).toList(),
        numbers(Math.max(eldCount, tabletCount)).mapToObj(n -> id("T", n)).toList());
  }

  private static IntStream numbers(int count) {
    return IntStream.rangeClosed(1, count);
  }

  private static Driver driver(int number) {
    return new Driver(
        id("D", number), id("T", number), id("TAB", number), "Driver %04d".formatted(number));
  }

  private static Eld eld(int number) {
    return new Eld(id("ELD", number), Imei.ofSerial(number).digits(), id("T", number));
  }

  private static String id(String prefix, int number) {
    return "%s-%04d".formatted(prefix, number);
  }
}
