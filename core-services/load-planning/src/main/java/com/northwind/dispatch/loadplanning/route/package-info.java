/// What routing decides, applied to loads.
///
/// [RouteEffect] applies `routing.routes`. Each decision has its effect once, by its natural key
/// `(load_id, sequence_no)` in [RouteDecisionStore]. A revoke always wins over what it revokes: it
/// leaves a tombstone under the revoked number, so that a decision that arrives after its own
/// revoke finds its key taken. A decision older than the newest one, or about an assignment that
/// has ended, is ignored and counted.
@NullMarked
package com.northwind.dispatch.loadplanning.route;

import org.jspecify.annotations.NullMarked;
