package com.northwind.dispatch.execution.position;

import java.util.List;

/// A rectangle of degrees on the earth, edges included.
public record Box(double southDeg, double northDeg, double westDeg, double eastDeg) {
  /// Metres in one degree of latitude, on the sphere of [Place#distanceM].
  private static final double METRES_PER_DEGREE = 111_195;

  /// A box that holds every place within `metres` of one of these, and some that are not. Where it
  /// would reach over the date line or a pole it goes all the way round.
  public static Box around(List<Place> places, double metres) {
    double reachDeg = metres / METRES_PER_DEGREE;
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (Place place : places) {
      south = Math.min(south, place.latitudeDeg() - reachDeg);
      north = Math.max(north, place.latitudeDeg() + reachDeg);
    }
    double shrink =
        Math.cos(Math.toRadians(Math.min(90, Math.max(Math.abs(south), Math.abs(north)))));
    double reachEastDeg = shrink * 180 <= reachDeg ? 360 : reachDeg / shrink;
    for (Place place : places) {
      west = Math.min(west, place.longitudeDeg() - reachEastDeg);
      east = Math.max(east, place.longitudeDeg() + reachEastDeg);
    }
    return west < -180 || east > 180
        ? new Box(south, north, -180, 180)
        : new Box(south, north, west, east);
  }

  /// Whether a place lies in it.
  public boolean contains(Place place) {
    return place.latitudeDeg() >= southDeg
        && place.latitudeDeg() <= northDeg
        && place.longitudeDeg() >= westDeg
        && place.longitudeDeg() <= eastDeg;
  }
}
