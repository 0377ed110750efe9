/// The execution service: what vehicles and drivers do, as it happens.
///
/// `telemetry` takes records in by the batch; `position` keeps where each vehicle was last seen;
/// `stop` knows who drives which stops and how far they have come; `device` is the registry of
/// devices. [Main] runs the process, [ExecutionService] wires it.
@NullMarked
package com.northwind.dispatch.execution;

import org.jspecify.annotations.NullMarked;
