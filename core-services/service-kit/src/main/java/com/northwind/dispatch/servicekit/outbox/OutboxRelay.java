package com.northwind.dispatch.servicekit.outbox;

import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.servicekit.database.Database;
import com.northwind.dispatch.servicekit.database.Statement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is in the outbox, for as long as the process lives. Of all replicas of a service one
/// relays at a time; the package's map says what is promised.
///
/// A commit in this process wakes it at once; a commit elsewhere is found by looking, every
/// [#LOOK_INTERVAL]. While Kafka or the database is away the rows wait.
public final class OutboxRelay implements AutoCloseable {
  /// How long a row can wait when nothing wakes the relay.
  public static final Duration LOOK_INTERVAL = Duration.ofMillis(250);

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(2);

  /// "outbox" in ASCII: the key of the advisory lock, which each database has for itself.
  private static final long LOCK_KEY = 0x6F7574626F78L;

  private static final String CLAIM =
      """
      select pg_try_advisory_lock(?)
      """;

  /// A delete that a crash of the server undoes only has the row sent again, as after a crash of
  /// the relay. So the relay alone does not wait for the disk; deletes are undone from the newest
  /// back.
  private static final String DO_NOT_WAIT_FOR_DISK =
      """
      set synchronous_commit = off
      """;

  private final Database database;
  private final KafkaSettings kafka;
  private final Semaphore wake = new Semaphore(0);
  private final Counter sent;
  private final Counter failures;
  private final Thread thread = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
  private volatile boolean claimed;
  private volatile boolean closing;
  private Duration pause = FIRST_PAUSE;

  private OutboxRelay(Database database, KafkaSettings kafka, MeterRegistry meters) {
    this.database = database;
    this.kafka = kafka;
    this.sent = meters.counter("northwind.outbox.sent");
    this.failures = meters.counter("northwind.outbox.failures");
    Gauge.builder("northwind.outbox.claimed", () -> claimed ? 1 : 0).register(meters);
  }

  /// Starts relaying; the outbox's table must be there.
  public static OutboxRelay start(Database database, KafkaSettings kafka, MeterRegistry meters) {
    OutboxRelay relay = new OutboxRelay(database, kafka, meters);
    relay.thread.start();
    return relay;
  }

  /// Says that there may be something to send.
  public void wake() {
    wake.release();
  }

  /// Whether this process is the one that relays.
  public boolean claimed() {
    return claimed;
  }

  /// Gives the step in progress two seconds and stops; what is not sent stays in the outbox.
  @Override
  public void close() {
    closing = true;
    wake();
    try {
      if (!thread.join(DRAIN)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        try (Connection connection = database.dedicatedConnection()) {
          Statement.on(connection, DO_NOT_WAIT_FOR_DISK).update();
          claim(connection);
          relay(connection);
        } catch (SQLException | KafkaException e) {
          failures.increment();
          log.atWarn().setCause(e).log("outbox not relayed, will retry");
          TimeUnit.NANOSECONDS.sleep(pause.toNanos());
          pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        } finally {
          claimed = false;
        }
      }
    } catch (InterruptedException e) {
      log.debug("outbox relay interrupted");
    }
  }

  private void claim(Connection connection) throws SQLException, InterruptedException {
    while (!closing && !claimed) {
      claimed = Statement.on(connection, CLAIM).with(LOCK_KEY).one(row -> row.getBoolean(1));
      if (!claimed) {
        awaitWake();
      }
    }
  }

  private void relay(Connection connection) throws SQLException, InterruptedException {
    if (closing) {
      return;
    }
    KafkaProducer<String, byte[]> producer = kafka.newProducer("outbox");
    try {
      RelayStep step = new RelayStep(new KafkaSink(producer));
      while (!closing) {
        int rows = step.run(connection);
        sent.increment(rows);
        pause = FIRST_PAUSE;
        if (rows == 0) {
          awaitWake();
        }
      }
      step.finish(connection);
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  private void awaitWake() throws InterruptedException {
    if (wake.tryAcquire(LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }
}
