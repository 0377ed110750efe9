/// Measuring: the clock ([com.northwind.dispatch.simulator.measure.RunClock]), latencies
/// ([com.northwind.dispatch.simulator.measure.Latency]) and counts by kind
/// ([com.northwind.dispatch.simulator.measure.Tally]).
@NullMarked
package com.northwind.dispatch.simulator.measure;

import org.jspecify.annotations.NullMarked;
