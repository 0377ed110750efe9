package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Fix;
import com.northwind.dispatch.execution.position.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a vehicle has arrived at a stop, and when it has departed. Pure.
/// - **Arrived** when a fix lies within [#ARRIVAL_RADIUS_M] of the stop and a second one confirms
///   it: the next fix, when both are at most [#SLOW_KPH] fast, or any fix [#DWELL] after the first.
///   The time of arrival is the first fix's. A truck that passes on the highway is neither slow nor
///   long enough inside.
/// - **Departed** when, after that, two fixes in a row lie farther than [#DEPARTURE_RADIUS_M] away.
///   The time of departure is the first one's.
///
/// Between the radii nothing changes, so a vehicle on the edge does not arrive and depart by turns.
/// All figures are our own: two minutes of dwell is what a vendor of the trade states for its
/// arrivals (Motive's help pages); radii and speed are estimates for a customer's yard.
final class GeofenceRule {
  /// A fix this near is at the stop, metres.
  static final double ARRIVAL_RADIUS_M = 300;

  /// A fix farther than this is no longer at the stop, metres.
  static final double DEPARTURE_RADIUS_M = 500;

  /// A truck that arrives is not faster than this, km/h.
  static final double SLOW_KPH = 15;

  /// Whoever is inside this long is not passing by.
  static final Duration DWELL = Duration.ofMinutes(2);

  private GeofenceRule() {}

  /// A step the geofence has seen.
  record Crossing(Step step, Instant at, Place where) {}

  /// What a fix makes of a presence.
  record Seen(Presence next, Optional<Crossing> crossing) {}

  /// The presence after a fix later than all before it.
  static Seen see(Presence presence, Place stop, Fix fix) {
    double distanceM = fix.place().distanceM(stop);
    return switch (presence) {
      case Presence.Away away -> distanceM <= ARRIVAL_RADIUS_M ? enter(fix) : stay(away);
      case Presence.Entering entering -> whenEntering(entering, distanceM, fix);
      case Presence.There there ->
          distanceM > DEPARTURE_RADIUS_M
              ? stay(new Presence.Leaving(fix.fixTime(), fix.place()))
              : stay(there);
      case Presence.Leaving leaving ->
          distanceM > DEPARTURE_RADIUS_M
              ? cross(new Presence.Left(), Step.DEPARTED, leaving.since(), leaving.where())
              : stay(new Presence.There());
      case Presence.Left left -> stay(left);
    };
  }

  private static Seen whenEntering(Presence.Entering entering, double distanceM, Fix fix) {
    if (distanceM > DEPARTURE_RADIUS_M) {
      return stay(new Presence.Away());
    }
    if (distanceM > ARRIVAL_RADIUS_M) {
      return stay(entering);
    }
    boolean bothSlow = entering.slow() && isSlow(fix);
    boolean dwelt = Duration.between(entering.since(), fix.fixTime()).compareTo(DWELL) >= 0;
    return bothSlow || dwelt
        ? cross(new Presence.There(), Step.ARRIVED, entering.since(), entering.where())
        : stay(new Presence.Entering(entering.since(), entering.where(), isSlow(fix)));
  }

  private static Seen enter(Fix fix) {
    return stay(new Presence.Entering(fix.fixTime(), fix.place(), isSlow(fix)));
  }

  private static boolean isSlow(Fix fix) {
    return fix.speedKph() != null && fix.speedKph() <= SLOW_KPH;
  }

  private static Seen stay(Presence presence) {
    return new Seen(presence, Optional.empty());
  }

  private static Seen cross(Presence next, Step step, Instant at, Place where) {
    return new Seen(next, Optional.of(new Crossing(step, at, where)));
  }
}
