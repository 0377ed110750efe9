/// Measures how events are written to JSON and read from it, beside `JsonFormat`.
///
/// [Main] is the command, [Arguments] its command line. `Measurement` runs the benchmarks
/// [DataBenchmark] and [EnvelopeBenchmark] over [SampleTelemetry] and makes a [Comparison] of each
/// operation: [Figures] of both ways, held to a [Goal]. [ComparisonTable] shows them to people,
/// [ComparisonJson] to machines. `JsonFormatEnvelope` is the way without a fast path.
@NullMarked
package com.northwind.dispatch.contractbenchmarks;

import org.jspecify.annotations.NullMarked;
