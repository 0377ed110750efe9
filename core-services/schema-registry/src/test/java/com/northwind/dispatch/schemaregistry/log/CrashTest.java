package com.northwind.dispatch.schemaregistry.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.SchemaJson;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectHistory;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion.Standing;
import com.northwind.dispatch.schemaregistry.log.WriteListener.Step;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writers that stop for ever in the middle of a write: between sending and committing, between
/// committing and answering, and everywhere else. `-Dnorthwind.crashes=1000` makes it a long run.
@ExtendWith(LocalStack.class)
class CrashTest {
  private static final Logger logger = LoggerFactory.getLogger(CrashTest.class);
  private static final int CRASHES = Integer.getInteger("northwind.crashes", 40);
  private static final int ZOMBIES = 4;
  private static final Step[] STEPS = {
    Step.FENCED_OTHERS, Step.TOOK_PEN, Step.BEGUN, Step.SENT, Step.COMMITTED, Step.READ_BACK
  };

  private final LogSettings settings;
  private final Random random = new Random(42);
  private final Map<SubjectName, Integer> acknowledged = new HashMap<>();
  private final List<SubjectName> unanswered = new ArrayList<>();
  private final Map<Step, Integer> crashesAt = new EnumMap<>(Step.class);

  CrashTest(LocalBroker broker) {
    settings =
        new LogSettings(
            new KafkaSettings(broker.bootstrapServers(), "crash-test"),
            "contracts.schemas." + UUID.randomUUID(),
            (short) 1,
            Duration.ofSeconds(20));
  }

  /// What a killed process does to its own thread.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void whateverAWriterWasDoingWhenItDiedEveryWriteIsThereWholeOrNotAtAll() throws Exception {
    try (SchemaLog log = SchemaLog.start(settings, new SimpleMeterRegistry())) {
      log.awaitReadOnce();
      Deque<SchemaWriter> zombies = new ArrayDeque<>();
      for (int crash = 0; crash < CRASHES; crash++) {
        Step last = STEPS[random.nextInt(STEPS.length)];
        int steps = 1 + random.nextInt(3);
        zombies.add(writeUntilKilled(log, crash, last, steps));
        crashesAt.merge(last, 1, Integer::sum);
        if (zombies.size() > ZOMBIES) {
          zombies.remove().close();
        }
      }
      zombies.forEach(SchemaWriter::close);
    }
    try (SchemaLog fresh = SchemaLog.start(settings, new SimpleMeterRegistry());
        SchemaWriter writer = writer(fresh, step -> {})) {
      fresh.awaitReadOnce();
      var _ = writer.write(state -> register(state, new SubjectName("the-end")));
      check(fresh.catalogue());
      logger
          .atInfo()
          .addKeyValue("crashes", crashesAt)
          .addKeyValue("acknowledged", acknowledged.size())
          .addKeyValue("unanswered", unanswered.size())
          .addKeyValue("highestId", fresh.catalogue().highestId())
          .log("writers crashed, nothing is lost");
    }
  }

  /// Registers one subject after the other until the writer has reached a step for the n-th time.
  private SchemaWriter writeUntilKilled(SchemaLog log, int crash, Step last, int times)
      throws InterruptedException {
    int[] left = {times};
    SchemaWriter writer =
        writer(
            log,
            step -> {
              boolean once = step == Step.FENCED_OTHERS || step == Step.TOOK_PEN;
              if (step == last && (once || --left[0] == 0)) {
                throw new Killed();
              }
            });
    for (int n = 0; ; n++) {
      SubjectName subject = new SubjectName("crash-" + crash + "-write-" + n);
      try (ExecutorService client = Executors.newSingleThreadExecutor()) {
        Future<WriteResult<Integer>> answer =
            client.submit(() -> writer.write(state -> register(state, subject)));
        switch (answer.get()) {
          case WriteResult.Done<Integer>(Integer id) -> acknowledged.put(subject, id);
          case WriteResult.Unavailable<Integer> unavailable ->
              throw new AssertionError(unavailable.sentence());
        }
      } catch (ExecutionException e) {
        assertTrue(rootOf(e) instanceof Killed, e.toString());
        unanswered.add(subject);
        return writer;
      }
    }
  }

  private void check(Catalogue state) {
    Map<Integer, String> texts = new HashMap<>();
    int highest = 0;
    for (Map.Entry<SubjectName, SubjectHistory> subject : state.subjects().entrySet()) {
      SubjectVersion version = subject.getValue().active().getFirst();
      String text = state.content(version.id()).orElseThrow().text();
      assertEquals(text(subject.getKey()), text);
      assertEquals(null, texts.put(version.id(), text), "id given twice: " + version);
      highest = Math.max(highest, version.id());
    }
    acknowledged.forEach(
        (subject, id) -> assertEquals(id, state.history(subject).latest(false).orElseThrow().id()));
    long survived =
        unanswered.stream().filter(s -> state.history(s).latest(false).isPresent()).count();
    assertEquals(texts.size(), state.schemaCount(), "content without a version");
    assertEquals(texts.size(), highest, "ids have gaps");
    assertEquals(acknowledged.size() + survived + 1, texts.size());
    assertTrue(CRASHES < 20 || survived > 0, "some die between commit and answer");
  }

  private SchemaWriter writer(SchemaLog log, WriteListener listener) {
    return new SchemaWriter(
        settings, log, state -> new Decision.Keep<>(0), listener, Clock.systemUTC());
  }

  private static Decision<Integer> register(Catalogue state, SubjectName subject) {
    String text = text(subject);
    String fingerprint = SchemaJson.fingerprint(SchemaJson.parse(text));
    int id = state.highestId() + 1;
    return new Decision.Change<>(
        List.of(
            new CatalogueRecord.SchemaContent(id, fingerprint, text),
            new SubjectVersion(subject, 1, id, Standing.ACTIVE)),
        id);
  }

  private static String text(SubjectName subject) {
    return "{\"title\":\"" + subject + "\"}";
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
