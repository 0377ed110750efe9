package com.northwind.dispatch.eldprotocols.teltonika;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One record of codec 7, which GH3000 units send: masks say which fields are there.
///
/// @param time by the device's clock, to the second
/// @param priority 0 to 3
/// @param place where, when the record has a GNSS element with a place
/// @param altitudeM above sea level, metres
/// @param headingDeg clockwise from north, in steps of 360/256 degrees
/// @param speedKph over ground, kilometres per hour
/// @param satellites in use
/// @param cell the serving mobile cell
/// @param signalQuality of the mobile network, as the modem grades it
/// @param operator mobile country code followed by network code
/// @param elements in the order of the wire
public record GhRecord(
    Instant time,
    int priority,
    Optional<Place> place,
    OptionalInt altitudeM,
    OptionalDouble headingDeg,
    OptionalInt speedKph,
    OptionalInt satellites,
    Optional<Cell> cell,
    OptionalInt signalQuality,
    OptionalLong operator,
    List<IoElement> elements) {
  public GhRecord {
    elements = List.copyOf(elements);
  }

  /// A place on the globe, degrees, as two floating-point numbers of 32 bits.
  public record Place(float latitudeDeg, float longitudeDeg) {}

  /// A mobile cell by its area code and its number within the area.
  public record Cell(int areaCode, int cellId) {}
}
