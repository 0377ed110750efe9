package com.northwind.dispatch.gateway.feed;

import com.northwind.dispatch.processkit.kafka.DeadLetterLog;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the records that feeds cannot take on `dead.letters`, and takes them off again when a newer
/// record of the key has made them obsolete. A thread of its own does so, once a feed has read
/// everything there is: of a key that is good by now nobody needs to hear.
public final class FeedLetters implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FeedLetters.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE_AT_START = Duration.ofSeconds(5);

  private final DeadLetterLog letters;
  private final Clock clock;
  private final List<FeedShelf> shelves = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("feed-letters").unstarted(this::run);

  private FeedLetters(DeadLetterLog letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /// Starts, and waits a little until it knows the letters there are. Without Kafka it knows none;
  /// a letter that has become obsolete meanwhile then stays until the key's next record.
  public static FeedLetters start(KafkaSettings kafka, MeterRegistry meters, Clock clock)
      throws InterruptedException {
    FeedLetters feedLetters =
        new FeedLetters(DeadLetterLog.start("gateway", kafka, meters, clock), clock);
    long deadline = System.nanoTime() + PATIENCE_AT_START.toNanos();
    while (!feedLetters.letters.caughtUp() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    feedLetters.thread.start();
    return feedLetters;
  }

  /// The letters of one feed.
  FeedShelf shelf(String consumer) {
    FeedShelf shelf = new FeedShelf(consumer, letters, clock);
    shelves.add(shelf);
    return shelf;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    letters.close();
  }

  private void run() {
    try {
      while (true) {
        Duration pause = BETWEEN_LOOKS;
        try {
          for (FeedShelf shelf : shelves) {
            shelf.settle();
          }
        } catch (KafkaException | IllegalStateException e) {
          log.atWarn().setCause(e).log("dead letters of a feed not written, will retry");
          pause = PAUSE;
        }
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      }
    } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
      log.debug("no more letters");
    }
  }
}
