package com.northwind.dispatch.gateway.feed;

import com.northwind.dispatch.processkit.deadletter.Failure;
import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.deadletter.LetterBody;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import com.northwind.dispatch.processkit.deadletter.LetterIndex;
import com.northwind.dispatch.processkit.deadletter.OrderKey;
import com.northwind.dispatch.processkit.kafka.DeadLetterLog;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dead letters of one feed: what is to be written and what is to be taken off. The feed's
/// thread notes, another settles; neither waits for the other longer than a map takes.
final class FeedShelf {
  private static final Logger log = LoggerFactory.getLogger(FeedShelf.class);
  private static final int MOST_PENDING = 500;
  private static final long MOST_PENDING_BYTES = 8L << 20;

  private final String consumer;
  private final DeadLetterLog letters;
  private final LetterIndex index;
  private final Clock clock;
  private final Map<OrderKey, LetterBody> pending = new HashMap<>();
  private final Map<OrderKey, Long> obsolete = new HashMap<>();
  private long pendingBytes;
  private volatile boolean caughtUp;

  FeedShelf(String consumer, DeadLetterLog letters, Clock clock) {
    this.consumer = consumer;
    this.letters = letters;
    this.index = letters.index(consumer);
    this.clock = clock;
  }

  /// The feed could not take a record; only the newest one of a key matters.
  synchronized void bad(ConsumerRecord<String, byte[]> record, Failure failure) {
    LetterId id = idOf(record);
    OrderKey key = keyOf(record);
    forget(key);
    if (index.find(id).isPresent()) {
      return;
    }
    long bytes = record.value() == null ? 0 : record.value().length;
    if (pending.size() >= MOST_PENDING || pendingBytes + bytes > MOST_PENDING_BYTES) {
      log.atError().addKeyValue("letter", id).log("too many bad records at once, not kept");
      return;
    }
    pendingBytes += bytes;
    pending.put(key, LetterBody.of(id, record, failure, letters.node(), clock.instant()));
  }

  /// The feed took a record: what is older of its key is obsolete.
  void good(ConsumerRecord<String, byte[]> record) {
    if (index.isEmpty() && nothingPending()) {
      return;
    }
    OrderKey key = keyOf(record);
    synchronized (this) {
      forget(key);
      if (index.inFrontOf(key, record.offset() + 1).isPresent()) {
        obsolete.merge(key, record.offset(), Math::max);
      }
    }
  }

  /// The feed has read everything there was: what is bad now is worth a letter.
  void caughtUp() {
    caughtUp = true;
  }

  /// Writes and takes off what has been noted.
  void settle() throws InterruptedException {
    if (!caughtUp || !letters.caughtUp()) {
      return;
    }
    for (Map.Entry<OrderKey, LetterBody> one : copyOfPending().entrySet()) {
      letters.park(List.of(one.getValue()));
      settled(one.getKey(), one.getValue());
    }
    for (Map.Entry<OrderKey, Long> one : copyOfObsolete().entrySet()) {
      Optional<Letter> letter = index.inFrontOf(one.getKey(), one.getValue() + 1);
      while (letter.isPresent()) {
        letters.remove(List.of(letter.get().id()));
        letter = index.inFrontOf(one.getKey(), one.getValue() + 1);
      }
      settled(one.getKey(), one.getValue());
    }
  }

  private synchronized boolean nothingPending() {
    return pending.isEmpty();
  }

  private synchronized Map<OrderKey, LetterBody> copyOfPending() {
    return Map.copyOf(pending);
  }

  private synchronized Map<OrderKey, Long> copyOfObsolete() {
    return Map.copyOf(obsolete);
  }

  /// A letter is written. A good record may have come meanwhile: then it is obsolete already.
  private synchronized void settled(OrderKey key, LetterBody written) {
    if (written.equals(pending.get(key))) {
      forget(key);
    } else if (!pending.containsKey(key)) {
      obsolete.merge(key, Long.parseLong(written.data().getOffset()), Math::max);
    }
  }

  private synchronized void settled(OrderKey key, Long offset) {
    obsolete.remove(key, offset);
  }

  private synchronized void forget(OrderKey key) {
    LetterBody body = pending.remove(key);
    if (body != null) {
      pendingBytes -= body.value().map(value -> value.length).orElse(0);
    }
  }

  private LetterId idOf(ConsumerRecord<String, byte[]> record) {
    return new LetterId(consumer, record.topic(), record.partition(), record.offset());
  }

  private OrderKey keyOf(ConsumerRecord<String, byte[]> record) {
    return OrderKey.of(idOf(record), LetterBody.keyOf(record));
  }
}
