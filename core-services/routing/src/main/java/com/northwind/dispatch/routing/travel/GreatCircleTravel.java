package com.northwind.dispatch.routing.travel;

import java.util.Locale;

/// Travel without a map: great-circle distance times a circuity factor, at one speed.
///
/// | constant | value | source |
/// |---|---|---|
/// | earth's radius | 6,371,008.8 m | mean radius of GRS 80 (Moritz, Geodetic Reference System 1980) |
/// | circuity | 1.2 | road over straight line: about 1.2 for random urban points (Newell 1980); 1.12 to 1.22 for US regions (CDXTech) |
/// | speed | 80 km/h | our estimate, door to door: below the 85 to 95 km/h that trucks average on interstates (FHWA Freight Facts and Figures 2010, table 3-8) |
///
/// Real pairs of cities scatter by some 15 % around it. Distance is rounded up to a metre and time
/// to a second, so the triangle inequality holds after rounding too.
public final class GreatCircleTravel implements TravelModel {
  private static final double EARTH_RADIUS_M = 6_371_008.8;
  private static final double CIRCUITY = 1.2;
  private static final double SPEED_KPH = 80;
  private static final double METRES_PER_SECOND = SPEED_KPH / 3.6;

  @Override
  public Leg leg(Place from, Place to) {
    long distanceM = (long) Math.ceil(greatCircleM(from, to) * CIRCUITY);
    return new Leg(distanceM, (long) Math.ceil(distanceM / METRES_PER_SECOND));
  }

  @Override
  public String version() {
    return String.format(Locale.ROOT, "great-circle:%.2f:%.0fkph", CIRCUITY, SPEED_KPH);
  }

  /// Haversine formula; good to a metre at any distance a truck drives.
  private static double greatCircleM(Place from, Place to) {
    double fromLatitude = Math.toRadians(from.latitudeDeg());
    double toLatitude = Math.toRadians(to.latitudeDeg());
    double latitudes = Math.sin((toLatitude - fromLatitude) / 2);
    double longitudes = Math.sin(Math.toRadians(to.longitudeDeg() - from.longitudeDeg()) / 2);
    double haversine =
        latitudes * latitudes
            + Math.cos(fromLatitude) * Math.cos(toLatitude) * longitudes * longitudes;
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
