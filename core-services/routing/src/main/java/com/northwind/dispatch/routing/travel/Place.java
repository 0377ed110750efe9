package com.northwind.dispatch.routing.travel;

/// A point on the earth.
///
/// @param latitudeDeg degrees north of the equator, -90 to 90
/// @param longitudeDeg degrees east of Greenwich, -180 to 180
public record Place(double latitudeDeg, double longitudeDeg) {
  private static final double MAX_LATITUDE_DEG = 90;
  private static final double MAX_LONGITUDE_DEG = 180;

  public Place {
    if (!isOnEarth(latitudeDeg, longitudeDeg)) {
      throw new IllegalArgumentException(
          "no place on earth: latitude " + latitudeDeg + ", longitude " + longitudeDeg);
    }
  }

  /// Whether the coordinates name a point on the earth.
  public static boolean isOnEarth(double latitudeDeg, double longitudeDeg) {
    return Math.abs(latitudeDeg) <= MAX_LATITUDE_DEG && Math.abs(longitudeDeg) <= MAX_LONGITUDE_DEG;
  }
}
