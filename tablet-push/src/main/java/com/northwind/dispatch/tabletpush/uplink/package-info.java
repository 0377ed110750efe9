/// What comes up from a tablet and must be durable before the tablet may forget it.
///
/// An item is read from the stream, checked ([ActionCheck]), written ([UplinkSink]), acknowledged,
/// and only then is its permit free for the next: [UplinkLane] keeps so many per stream,
/// [UplinkBudget] so many bytes per process. At either bound the stream is simply not read; with
/// Kafka down the tablets' send windows close and this process's memory stays as it is.
@NullMarked
package com.northwind.dispatch.tabletpush.uplink;

import org.jspecify.annotations.NullMarked;
