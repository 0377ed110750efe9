package com.northwind.dispatch.eldprotocols.teltonika;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// One AVL record of codec 8, 8 Extended or 16, as on the wire.
///
/// @param time by the device's clock, to the millisecond
/// @param priority 0 low, 1 high, 2 panic
/// @param gnss the GNSS element
/// @param eventId id of the element that caused the record, 0 for a periodic one
/// @param generationType codec 16 only: 0 on exit, 1 on entrance, 2 on both, 3 reserved, 4
///   hysteresis, 5 on change, 6 eventual, 7 periodical
/// @param elements in the order of the wire
public record AvlRecord(
    Instant time,
    int priority,
    Gnss gnss,
    int eventId,
    OptionalInt generationType,
    List<IoElement> elements) {
  public AvlRecord {
    elements = List.copyOf(elements);
  }

  /// The GNSS element.
  ///
  /// @param longitudeE7Deg east of Greenwich, 1e-7 degrees
  /// @param latitudeE7Deg north of the equator, 1e-7 degrees
  /// @param altitudeM above sea level, metres, -32,768 to 32,767
  /// @param headingDeg clockwise from north, degrees, 0 to 65,535 as the wire allows
  /// @param satellites in use, 0 to 255; 0 means that the place is the last known one
  /// @param speedKph over ground, kilometres per hour, 0 to 65,535
  public record Gnss(
      int longitudeE7Deg,
      int latitudeE7Deg,
      int altitudeM,
      int headingDeg,
      int satellites,
      int speedKph) {}
}
