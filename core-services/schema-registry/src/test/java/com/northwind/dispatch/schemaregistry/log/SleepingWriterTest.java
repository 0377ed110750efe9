package com.northwind.dispatch.schemaregistry.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.log.WriteListener.Step;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A writer that is stopped for a while, as by a long collection of garbage, while another writes.
@ExtendWith(LocalStack.class)
class SleepingWriterTest {
  private final LogSettings settings;

  SleepingWriterTest(LocalBroker broker) {
    settings =
        new LogSettings(
            new KafkaSettings(broker.bootstrapServers(), "sleeping"),
            "contracts.schemas." + UUID.randomUUID(),
            (short) 1,
            Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @EnumSource(names = {"FENCED_OTHERS", "TOOK_PEN", "BEGUN", "SENT", "COMMITTED"})
  void decidesAnewUnlessItHadCommitted(Step asleepAt) throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch wake = new CountDownLatch(1);
    List<Integer> lostPens = new ArrayList<>();
    WriteListener sleeping =
        step -> {
          if (step == asleepAt && asleep.getCount() > 0) {
            asleep.countDown();
            awaitQuietly(wake);
          }
          if (step == Step.LOST_PEN) {
            lostPens.add(1);
          }
        };
    try (SchemaLog log = SchemaLog.start(settings, new SimpleMeterRegistry());
        SchemaLog otherLog = SchemaLog.start(settings, new SimpleMeterRegistry());
        SchemaWriter sleeper = writer(log, sleeping);
        SchemaWriter other = writer(otherLog, step -> {});
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      // Given: a writer asleep in the middle of a write
      Future<WriteResult<Integer>> first =
          thread.submit(() -> sleeper.write(state -> take(state.highestId() + 1)));
      assertTrue(asleep.await(20, TimeUnit.SECONDS), "the writer never got to " + asleepAt);

      // When: another writes, and the first wakes up
      WriteResult<Integer> second = other.write(state -> take(state.highestId() + 1));
      wake.countDown();

      // Then: each has an id of its own, and the first did not overwrite the second's
      boolean hadCommitted = asleepAt == Step.COMMITTED;
      assertEquals(new WriteResult.Done<>(hadCommitted ? 2 : 1), second);
      assertEquals(new WriteResult.Done<>(hadCommitted ? 1 : 2), first.get());
      assertEquals(hadCommitted ? 0 : 1, lostPens.size());
      SchemaLog ofTheLast = hadCommitted ? otherLog : log;
      assertEquals(2, ofTheLast.catalogue().highestId());
    }
  }

  /// Writes nothing but that an id was given.
  private static Decision<Integer> take(int id) {
    return new Decision.Change<>(List.of(new CatalogueRecord.SchemaErased(id, "sha256:" + id)), id);
  }

  private SchemaWriter writer(SchemaLog log, WriteListener listener) {
    return new SchemaWriter(
        settings, log, state -> new Decision.Keep<>(0), listener, Clock.systemUTC());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
