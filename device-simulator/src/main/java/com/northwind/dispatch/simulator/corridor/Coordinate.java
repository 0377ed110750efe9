package com.northwind.dispatch.simulator.corridor;

/// A place on earth, with the great-circle arithmetic a drive needs.
///
/// The earth is a sphere of 6,371.0088 km here: at most 0.6 % off the ellipsoid, and exact enough
/// for a simulated truck.
///
/// @param latitudeDeg degrees north of the equator, -90 to 90
/// @param longitudeDeg degrees east of Greenwich, -180 to 180
public record Coordinate(double latitudeDeg, double longitudeDeg) {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  public Coordinate {
    if (!(Math.abs(latitudeDeg) <= 90) || !(Math.abs(longitudeDeg) <= 180)) {
      throw new IllegalArgumentException("not on earth: " + latitudeDeg + ", " + longitudeDeg);
    }
  }

  /// Length of the great circle to `other`, kilometres.
  public double distanceKm(Coordinate other) {
    double phi1 = Math.toRadians(latitudeDeg);
    double phi2 = Math.toRadians(other.latitudeDeg);
    double halfDeltaPhi = (phi2 - phi1) / 2;
    double halfDeltaLambda = Math.toRadians(other.longitudeDeg - longitudeDeg) / 2;
    double a =
        square(Math.sin(halfDeltaPhi))
            + Math.cos(phi1) * Math.cos(phi2) * square(Math.sin(halfDeltaLambda));
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  /// Direction in which the great circle to `other` leaves here, degrees clockwise from true north,
  /// 0 to 360 (360 excluded).
  public double headingDeg(Coordinate other) {
    double phi1 = Math.toRadians(latitudeDeg);
    double phi2 = Math.toRadians(other.latitudeDeg);
    double deltaLambda = Math.toRadians(other.longitudeDeg - longitudeDeg);
    double y = Math.sin(deltaLambda) * Math.cos(phi2);
    double x =
        Math.cos(phi1) * Math.sin(phi2) - Math.sin(phi1) * Math.cos(phi2) * Math.cos(deltaLambda);
    double degrees = Math.toDegrees(Math.atan2(y, x));
    return (degrees + 360) % 360;
  }

  /// Where one is after `distanceKm` on the great circle that leaves here at `headingDeg`.
  public Coordinate towards(double headingDeg, double distanceKm) {
    double phi1 = Math.toRadians(latitudeDeg);
    double theta = Math.toRadians(headingDeg);
    double delta = distanceKm / EARTH_RADIUS_KM;
    double phi2 =
        Math.asin(
            Math.sin(phi1) * Math.cos(delta) + Math.cos(phi1) * Math.sin(delta) * Math.cos(theta));
    double lambda2 =
        Math.toRadians(longitudeDeg)
            + Math.atan2(
                Math.sin(theta) * Math.sin(delta) * Math.cos(phi1),
                Math.cos(delta) - Math.sin(phi1) * Math.sin(phi2));
    double longitude = (Math.toDegrees(lambda2) + 540) % 360 - 180;
    return new Coordinate(Math.toDegrees(phi2), longitude);
  }

  private static double square(double value) {
    return value * value;
  }
}
