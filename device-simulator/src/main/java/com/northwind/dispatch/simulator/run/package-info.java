/// A run from its first connection to its verdict.
///
/// [com.northwind.dispatch.simulator.run.Run] keeps the time (connect, drive, settle, end); the
/// package-private `Simulation` builds the fleets and restores them from the `RunJournal`;
/// [com.northwind.dispatch.simulator.run.RunResult] is the verdict with its reasons, and
/// [com.northwind.dispatch.simulator.run.SelfWatch] says whether the simulator itself was the
/// limit.
@NullMarked
package com.northwind.dispatch.simulator.run;

import org.jspecify.annotations.NullMarked;
