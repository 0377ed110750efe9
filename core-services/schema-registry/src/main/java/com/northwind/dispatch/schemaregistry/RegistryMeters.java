package com.northwind.dispatch.schemaregistry;

import com.northwind.dispatch.schemaregistry.log.SchemaLog;
import com.northwind.dispatch.schemaregistry.log.WriteListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// What operators see of the registry.
final class RegistryMeters implements WriteListener {
  private final AtomicInteger holdsPen = new AtomicInteger();
  private final Counter fenced;
  private final Counter failed;
  private final Counter written;

  RegistryMeters(MeterRegistry meters) {
    Gauge.builder("northwind.schemaregistry.writer", holdsPen, AtomicInteger::get)
        .description("1 where this replica wrote last")
        .register(meters);
    fenced = meters.counter("northwind.schemaregistry.fenced");
    failed = meters.counter("northwind.schemaregistry.writes.failed");
    written = meters.counter("northwind.schemaregistry.writes");
  }

  /// Shows what a log holds.
  static void watch(SchemaLog schemaLog, MeterRegistry meters) {
    Gauge.builder(
            "northwind.schemaregistry.schemas",
            schemaLog,
            watched -> watched.catalogue().schemaCount())
        .register(meters);
    Gauge.builder(
            "northwind.schemaregistry.subjects",
            schemaLog,
            watched -> watched.catalogue().subjectCount())
        .register(meters);
  }

  @Override
  public void reached(Step step) {
    switch (step) {
      case TOOK_PEN -> holdsPen.set(1);
      case COMMITTED -> written.increment();
      case LOST_PEN -> {
        holdsPen.set(0);
        fenced.increment();
      }
      case FAILED -> {
        holdsPen.set(0);
        failed.increment();
      }
      case FENCED_OTHERS, BEGUN, SENT, READ_BACK -> {}
    }
  }
}
