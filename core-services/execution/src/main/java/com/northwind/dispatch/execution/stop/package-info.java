/// Progress at stops: which vehicle drives which stops, when it arrived, was done, and departed.
///
/// ```
/// routing.routes, planning.loads ─▶ RunEventMapping ─▶ RunDecider ─▶ load_run, run_stop
/// fixes of vehicles ──────────────▶ Geofencing: GeofenceRule ──┐
/// tablet.actions ─▶ ActionMapping ─▶ ReportRule ───────────────┴▶ ProgressLedger ─▶ stop_progress
///                                        └ waits ─▶ pending_report          └ first ─▶ execution.stops
/// ```
///
/// **Two sources.** The geofence and the driver each say once for each stop and step; both are
/// kept, with their own times. The first to come is published, so there is one event for each
/// (load, assignment, stop, step), for ever. Stops may be visited in any order.
///
/// **The rule of arrival and departure** stands in [GeofenceRule]. The driver's word does not move
/// the geofence: a driver who reports early is not "departed" by a fix that is still on the road.
///
/// **A revoke wins.** Once an assignment is revoked or withdrawn nothing more is published about
/// it, in whatever order the events come ([RunDecider]). After completion the driver's late reports
/// still count: tablets come back into coverage.
///
/// | table | key | what it holds |
/// |---|---|---|
/// | `load_run` | load | the newest trip and what ended it ([Run]); its row is the lock of the load |
/// | `run_stop` | load, assignment, stop | the plan, the geofence's view ([Presence]), first evidence of each step |
/// | `stop_progress` | load, assignment, stop, step, source | all evidence ([Evidence]) |
/// | `pending_report` | action | reports that came before their route |
@NullMarked
package com.northwind.dispatch.execution.stop;

import org.jspecify.annotations.NullMarked;
