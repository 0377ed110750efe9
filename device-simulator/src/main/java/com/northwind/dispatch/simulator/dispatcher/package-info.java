/// Simulated dispatchers: REST calls to load planning.
///
/// [com.northwind.dispatch.simulator.dispatcher.DispatchOffice] is the door. Each second a
/// `Dispatcher` takes the next step of its `DispatcherPlan` (a pure function of the seed), a
/// `CommandWriter` makes it a request that fits the state of its `LoadPool`, and a
/// [com.northwind.dispatch.simulator.dispatcher.PlanningClient] sends it. A command that gets no
/// answer is repeated with the same `commandId` until it does.
@NullMarked
package com.northwind.dispatch.simulator.dispatcher;

import org.jspecify.annotations.NullMarked;
