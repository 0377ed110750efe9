/// Simulated tablets: real gRPC streams over TLS, one connection each.
///
/// [com.northwind.dispatch.simulator.tablet.TabletFleet] is the door. A `Tablet` joins three parts:
/// `TabletSession` (one stream, from Hello to its end), `TabletStorage` (what survives a restart:
/// sheet, receipts, outbox) and `DriverRoutine` (the person who accepts and drives, one of the
/// `DriverSteps` after the other).
@NullMarked
package com.northwind.dispatch.simulator.tablet;

import org.jspecify.annotations.NullMarked;
