package com.northwind.dispatch.schemaregistry.log;

import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.log.WriteListener.Step;
import com.northwind.dispatch.schemaregistry.log.WriteResult.Reason;
import com.northwind.dispatch.schemaregistry.log.WriteResult.Unavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the log, one write after the other, on a thread of its own.
///
/// Every replica may write; the one that does holds the [Pen] and has read the log to its end, so
/// whatever it decides, it decides on everything that was ever written. Should another replica take
/// the pen meanwhile, Kafka refuses the write and it is decided anew.
public final class SchemaWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SchemaWriter.class);

  /// How long a replica that lost the pen leaves it to the other: time for a good number of writes.
  private static final int SHORTEST_PAUSE_MS = 150;

  private static final int LONGEST_PAUSE_MS = 450;

  /// What is written whenever the pen is taken, e.g. the schemas that ship with this build.
  private final Function<Catalogue, Decision<?>> uponTaking;

  private final LogSettings settings;
  private final SchemaLog schemaLog;
  private final WriteListener listener;
  private final Clock clock;
  private final Admin admin;
  private final LogEnd end;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("schema-writer").factory());
  private @Nullable Pen pen;

  /// A writer that has not written yet.
  ///
  /// @param uponTaking decides what is written first whenever the pen is taken
  public SchemaWriter(
      LogSettings settings,
      SchemaLog schemaLog,
      Function<Catalogue, Decision<?>> uponTaking,
      WriteListener listener,
      Clock clock) {
    this.settings = settings;
    this.schemaLog = schemaLog;
    this.uponTaking = uponTaking;
    this.listener = listener;
    this.clock = clock;
    this.admin = settings.newAdmin();
    this.end = new LogEnd(admin, settings);
  }

  /// Decides on the newest state and writes what was decided. Answers within the limit of the
  /// settings.
  ///
  /// @param decide may be called several times; must have no effect of its own
  public <T> WriteResult<T> write(Function<Catalogue, Decision<T>> decide)
      throws InterruptedException {
    Deadline deadline = Deadline.in(settings.writeLimit());
    Future<WriteResult<T>> result;
    try {
      result = thread.submit(() -> new Attempt<>(decide, deadline).run());
    } catch (RejectedExecutionException e) {
      return new Unavailable<>(Reason.TIMED_OUT, "This replica is stopping. Ask another one.");
    }
    try {
      return result.get(deadline.leftNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      var _ = result.cancel(false);
      return timedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a write failed", e.getCause());
    }
  }

  /// Ends writes under way, and lays the pen down.
  @Override
  public void close() {
    thread.execute(this::dropPen);
    thread.close();
    admin.close(LogSettings.STEP_LIMIT);
  }

  private <T> Unavailable<T> timedOut() {
    return new Unavailable<>(
        Reason.TIMED_OUT,
        "Kafka did not take the write within "
            + settings.writeLimit().toSeconds()
            + " s. Whether it takes place is not known; asking again is safe, the same content gets "
            + "the same id.");
  }

  private void dropPen() {
    if (pen != null) {
      pen.drop();
      pen = null;
    }
  }

  /// One write until it is done or its time is over.
  private final class Attempt<T> {
    private final Function<Catalogue, Decision<T>> decide;
    private final Deadline deadline;
    private int timesLost;

    /// The name of the write last sent, whose outcome may be unknown, and what to answer if it took
    /// place.
    private String sentWrite = "";

    private @Nullable WriteResult<T> sentResult;

    Attempt(Function<Catalogue, Decision<T>> decide, Deadline deadline) {
      this.decide = decide;
      this.deadline = deadline;
    }

    WriteResult<T> run() throws InterruptedException {
      // Before the log was read once there is nothing to decide on.
      while (schemaLog.awaitPosition(0, deadline) && !deadline.passed()) {
        if (schemaLog.damage().isPresent()) {
          return new Unavailable<>(Reason.LOG_DAMAGED, schemaLog.damage().get());
        }
        try {
          WriteResult<T> result = tryOnce();
          if (result != null) {
            return result;
          }
        } catch (KafkaException e) {
          failed(e);
        } catch (RuntimeException e) {
          // A transaction may be open; the next write begins with a pen of its own.
          dropPen();
          throw e;
        }
      }
      return timesLost > 0
          ? new Unavailable<>(
              Reason.CONTENDED,
              "Other replicas took the log "
                  + timesLost
                  + " times while this one wanted to write. Asking again is safe.")
          : timedOut();
    }

    private @Nullable WriteResult<T> tryOnce() throws InterruptedException {
      if (pen == null) {
        if (decide.apply(schemaLog.catalogue()) instanceof Decision.Keep && sentWrite.isEmpty()) {
          return keepIfCurrent();
        }
        if (!takePen()) {
          return null;
        }
      }
      if (schemaLog.hasRead(sentWrite)) {
        return sentResult;
      }
      return switch (decide.apply(schemaLog.catalogue())) {
        case Decision.Keep<T>(T answer) -> keepIfCurrent();
        case Decision.Change<T>(List<CatalogueRecord> records, T answer) -> {
          sentWrite = UUID.randomUUID().toString();
          sentResult = new WriteResult.Done<>(answer);
          commit(records, sentWrite);
          yield sentResult;
        }
      };
    }

    /// Nothing is to be written if the newest state says so; that needs no pen.
    private @Nullable WriteResult<T> keepIfCurrent() throws InterruptedException {
      long before = schemaLog.position();
      if (!readUpTo(end.ofCommitted(deadline), before)) {
        return null;
      }
      return decide.apply(schemaLog.catalogue()) instanceof Decision.Keep<T>(T answer)
          ? new WriteResult.Done<>(answer)
          : null;
    }

    private boolean takePen() throws InterruptedException {
      pen = Pen.take(settings, listener);
      long before = schemaLog.position();
      if (!sameTopic() || !readUpTo(end.ofEverything(deadline), before)) {
        dropPen();
        return false;
      }
      listener.reached(Step.TOOK_PEN);
      if (uponTaking.apply(schemaLog.catalogue()) instanceof Decision.Change<?> change) {
        commit(change.records(), UUID.randomUUID().toString());
      }
      return pen != null;
    }

    private boolean sameTopic() throws InterruptedException {
      Optional<Uuid> id = new LogTopic(admin, settings).id();
      if (id.isPresent() && schemaLog.isOf(id.get())) {
        return true;
      }
      schemaLog.damaged("the topic is not the one that was read: it was deleted");
      return false;
    }

    /// @param before how far the log had been read before its end was asked for
    private boolean readUpTo(long offset, long before) throws InterruptedException {
      if (schemaLog.readOnce() && offset < before) {
        schemaLog.damaged(
            "the log ends at "
                + offset
                + ", and everything up to "
                + before
                + " was already read from it: it was truncated");
        return false;
      }
      return schemaLog.awaitPosition(offset, deadline);
    }

    private void commit(List<CatalogueRecord> records, String write) throws InterruptedException {
      if (pen == null) {
        throw new IllegalStateException("only who holds the pen writes");
      }
      long before = schemaLog.position();
      long behind = pen.write(marked(records, write));
      if (behind <= before) {
        schemaLog.damaged("a record was written where others had been read: the log was made anew");
        throw new KafkaException("the log was made anew");
      }
      if (schemaLog.awaitPosition(behind, deadline)) {
        listener.reached(Step.READ_BACK);
      } else {
        // Written, but the next decision must not be made on a state without it.
        dropPen();
      }
    }

    private List<CatalogueRecord> marked(List<CatalogueRecord> records, String write) {
      List<CatalogueRecord> marked = new ArrayList<>(records);
      int highestId = schemaLog.catalogue().with(records).highestId();
      marked.add(
          new CatalogueRecord.WriteMark(
              highestId, write, settings.kafka().node(), clock.instant()));
      return marked;
    }

    private void failed(KafkaException e) throws InterruptedException {
      dropPen();
      if (Pen.lost(e)) {
        timesLost++;
        listener.reached(Step.LOST_PEN);
        log.atInfo()
            .addKeyValue("reason", e.getClass().getSimpleName())
            .log("another replica writes");
      } else {
        listener.reached(Step.FAILED);
        log.atWarn().setCause(e).log("write failed, tried again");
      }
      long pauseMs = ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
      TimeUnit.NANOSECONDS.sleep(
          Math.min(deadline.leftNanos(), TimeUnit.MILLISECONDS.toNanos(pauseMs)));
    }
  }
}
