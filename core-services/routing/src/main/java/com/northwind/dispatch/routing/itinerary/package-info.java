/// The route of each load: decided once for each assignment, stored, published, revoked.
///
/// ```
/// planning.loads ─▶ LoadEventMapping ─▶ RouteCommand ─┐
/// POST …/revoke  ─▶ RouteApi ─────────▶ RouteCommand ─┴▶ Itineraries: lock the load's row
///                                                          RouteDecider.decide  ─▶ RouteEvents
///                                                          store + audit + outbox, one transaction
///                                                              └─▶ routing.routes
/// ```
///
/// Tables:
///
/// | table | key | what it holds |
/// |---|---|---|
/// | `load_route` | load | where the route stands ([LoadRoute]); its row lock puts everything about a load in line |
/// | `route_decision` | load, sequence_no | each decision as published (proto3 JSON), for ever; a unique index over (load, assignment_no) makes a second decision about an assignment impossible |
/// | `outbox`, `audit`, `command_answer` | | the service kit's |
///
/// What happens to a load's route ([LoadRoute.Standing]):
///
/// ```
/// Unrouted ─ LoadAssigned ─▶ Live ─ LoadUnassigned, LoadCancelled, POST revoke ─▶ Revoked
///     │                       └─ LoadCompleted ─▶ Driven
///     └─ LoadAssigned, no order fits ─▶ Infeasible
/// ```
///
/// From each of them a newer assignment leads to Live or Infeasible again. [RouteDecider] holds the
/// rules for what comes twice, late or out of order; [ItineraryPlanner] orders the stops.
@NullMarked
package com.northwind.dispatch.routing.itinerary;

import org.jspecify.annotations.NullMarked;
