/// What was assigned against what arrived:
/// [com.northwind.dispatch.simulator.ledger.AssignmentLedger].
@NullMarked
package com.northwind.dispatch.simulator.ledger;

import org.jspecify.annotations.NullMarked;
