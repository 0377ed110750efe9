package com.northwind.dispatch.execution.position;

/// A point on the earth.
///
/// @param latitudeDeg degrees north of the equator, -90 to 90
/// @param longitudeDeg degrees east of Greenwich, -180 to 180
public record Place(double latitudeDeg, double longitudeDeg) {
  /// Mean radius of GRS 80 (Moritz, Geodetic Reference System 1980).
  private static final double EARTH_RADIUS_M = 6_371_008.8;

  /// Metres in one degree of latitude.
  private static final double METRES_PER_DEGREE = Math.toRadians(1) * EARTH_RADIUS_M;

  /// Whether the coordinates name a point on the earth. A receiver without a fix says 0, 0, which
  /// is in the sea off Ghana: that is no place either.
  public static boolean isPlausible(double latitudeDeg, double longitudeDeg) {
    return Math.abs(latitudeDeg) <= 90
        && Math.abs(longitudeDeg) <= 180
        && !(latitudeDeg == 0 && longitudeDeg == 0);
  }

  /// Whether another place can be within `metres`: true for all that are, and for few that are not.
  /// Costs three operations; [#distanceM] costs a hundred.
  public boolean isPerhapsWithin(double metres, Place other) {
    double latitudesDeg = metres / METRES_PER_DEGREE;
    double shrink = Math.cos(Math.toRadians(Math.min(90, Math.abs(latitudeDeg) + latitudesDeg)));
    double apartDeg = Math.abs(longitudeDeg - other.longitudeDeg);
    return Math.abs(latitudeDeg - other.latitudeDeg) <= latitudesDeg
        && Math.min(apartDeg, 360 - apartDeg) * shrink <= latitudesDeg;
  }

  /// Great-circle distance to another place, metres.
  public double distanceM(Place other) {
    double from = Math.toRadians(latitudeDeg);
    double to = Math.toRadians(other.latitudeDeg);
    double latitudes = Math.sin((to - from) / 2);
    double longitudes = Math.sin(Math.toRadians(other.longitudeDeg - longitudeDeg) / 2);
    double haversine =
        latitudes * latitudes + Math.cos(from) * Math.cos(to) * longitudes * longitudes;
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
