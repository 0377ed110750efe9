package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.stop.Run.Standing;
import java.time.Duration;

/// Whether a driver's report is about the trip that is known. Pure.
///
/// A report names load and driver but no assignment, and travels on another topic than routes: it
/// can come before the route it is about, and long after one that is over.
final class ReportRule {
  /// How far a tablet's clock may be behind routing's.
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  private ReportRule() {}

  /// What becomes of a report.
  enum Verdict {
    /// It is about this trip.
    APPLIES,
    /// It is about a trip that is over.
    STALE,
    /// It may be about a route that has not come in: keep it.
    WAITS
  }

  static Verdict judge(DriverReport report, Run run) {
    if (run.calledOff()) {
      return Verdict.STALE;
    }
    return switch (run.standing()) {
      case Standing.None _ -> Verdict.WAITS;
      case Standing.Driving(Trip trip) -> judge(report, trip);
      // A tablet that was out of coverage tells the rest after the geofence has seen the end.
      case Standing.Ended(Trip trip, Run.How how) when how == Run.How.COMPLETED ->
          judge(report, trip);
      case Standing.Ended _ -> Verdict.WAITS;
    };
  }

  private static Verdict judge(DriverReport report, Trip trip) {
    if (!trip.driverId().equals(report.driverId())) {
      return Verdict.WAITS;
    }
    return report.evidence().at().isBefore(trip.since().minus(CLOCK_TOLERANCE))
        ? Verdict.STALE
        : Verdict.APPLIES;
  }
}
