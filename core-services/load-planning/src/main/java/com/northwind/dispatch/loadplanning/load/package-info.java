/// A load's life: what can be asked of it, what can happen to it, and who may have it.
///
/// ```
/// AVAILABLE ──assign──▶ PLANNED ──route──▶ DISPATCHED ──accept──▶ ACCEPTED ──first stop──▶ IN_PROGRESS ──all stops left──▶ COMPLETED
///     ▲                    │                   │                      │                        │
///     └── unassign, decline, route revoked, route infeasible ─────────┴────────────────────────┘      any but COMPLETED ──▶ CANCELLED
/// ```
///
/// [LoadDecider] holds every rule, as pure functions: a [LoadCommand] met by a [Load] becomes a
/// [Decision], either [LoadEvent]s or a [Refusal]; [Load#evolve] takes the next step. [LoadBook]
/// carries a decision out in one transaction: state ([LoadStore]), audit line ([LoadAuditLines]),
/// events ([LoadEventMapping]) and the driver's route sheet.
///
/// The status of a held load follows from what is known about its assignment (routed, accepted,
/// stops reached and left), not from the order in which that became known: events of different
/// topics may overtake each other and the load still ends in the same state.
@NullMarked
package com.northwind.dispatch.loadplanning.load;

import org.jspecify.annotations.NullMarked;
