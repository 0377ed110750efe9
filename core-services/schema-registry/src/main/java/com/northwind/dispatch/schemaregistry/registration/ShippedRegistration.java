package com.northwind.dispatch.schemaregistry.registration;

import com.northwind.dispatch.schemaregistry.log.SchemaLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Registers the contracts that ship with this build once the log has been read, trying until it
/// has worked, and reports revisions that the registry has with other content.
public final class ShippedRegistration implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ShippedRegistration.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Registry registry;
  private final SchemaLog schemaLog;
  private final ShippedContracts shipped;
  private final Thread thread;
  private volatile boolean done;

  private ShippedRegistration(Registry registry, SchemaLog schemaLog, ShippedContracts shipped) {
    this.registry = registry;
    this.schemaLog = schemaLog;
    this.shipped = shipped;
    this.thread = Thread.ofPlatform().daemon().name("shipped-contracts").unstarted(this::run);
  }

  /// Starts registering.
  public static ShippedRegistration start(
      Registry registry, SchemaLog schemaLog, ShippedContracts shipped, MeterRegistry meters) {
    ShippedRegistration registration = new ShippedRegistration(registry, schemaLog, shipped);
    Gauge.builder(
            "northwind.schemaregistry.shipped.differing",
            () -> shipped.differing(schemaLog.catalogue()).size())
        .register(meters);
    registration.thread.start();
    return registration;
  }

  /// Whether every contract that ships with this build has been registered.
  public boolean done() {
    return done;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      schemaLog.awaitReadOnce();
      while (!done) {
        tryOnce();
      }
    } catch (InterruptedException e) {
      log.debug("stopped before the shipped contracts were registered");
    }
  }

  private void tryOnce() throws InterruptedException {
    switch (registry.registerShipped()) {
      case Outcome.Done<Integer> _ -> {
        done = true;
        report();
      }
      case Outcome.Refused<Integer>(Refusal refusal) -> {
        log.atWarn()
            .addKeyValue("reason", refusal.code())
            .addKeyValue("problem", refusal.sentence())
            .log("shipped contracts are not registered yet");
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      }
    }
  }

  private void report() {
    log.info("shipped contracts are registered");
    List<String> differing = shipped.differing(schemaLog.catalogue());
    for (String revision : differing) {
      log.atError()
          .addKeyValue("revision", revision)
          .addKeyValue(
              "problem",
              "this build and the registry have different schemas for it: one of the builds was "
                  + "made from a changed approved file")
          .log("shipped contract differs from the registered one");
    }
  }
}
