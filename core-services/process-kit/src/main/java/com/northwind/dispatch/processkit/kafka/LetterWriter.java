package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.processkit.deadletter.LetterBody;
import com.northwind.dispatch.processkit.deadletter.LetterCodec;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Writes to `dead.letters` and waits until it is durable. The producer is made when first needed,
/// which for most processes is never. Thread-safe.
final class LetterWriter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaSettings kafka;
  private final LetterCodec codec;
  private @Nullable KafkaProducer<String, byte[]> producer;

  LetterWriter(KafkaSettings kafka, LetterCodec codec) {
    this.kafka = kafka;
    this.codec = codec;
  }

  /// Writes letters, those that Kafka finds too large without the parked record's value.
  ///
  /// @return their places, in the same order
  /// @throws TimeoutException when Kafka did not answer in time; writing again is harmless
  List<RecordMetadata> write(Collection<LetterBody> bodies) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(bodies.size());
    for (LetterBody body : bodies) {
      sent.add(producer().send(codec.encode(body)));
    }
    List<RecordMetadata> places = new ArrayList<>(bodies.size());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int i = 0;
    for (LetterBody body : bodies) {
      try {
        places.add(await(sent.get(i++), deadline));
      } catch (RecordTooLargeException e) {
        places.add(await(producer().send(codec.encodeWithoutValue(body)), deadline));
      }
    }
    return places;
  }

  /// Writes tombstones and returns their places, in the same order.
  List<RecordMetadata> remove(Collection<LetterId> ids) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(ids.size());
    for (LetterId id : ids) {
      ProducerRecord<String, byte[]> tombstone = codec.tombstone(id);
      sent.add(producer().send(tombstone));
    }
    List<RecordMetadata> places = new ArrayList<>(ids.size());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Future<RecordMetadata> future : sent) {
      places.add(await(future, deadline));
    }
    return places;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }

  private synchronized KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      producer = kafka.newProducer("dead-letters");
    }
    return producer;
  }

  private static RecordMetadata await(Future<RecordMetadata> sent, long deadlineNanos)
      throws InterruptedException {
    try {
      long left = Math.max(0, deadlineNanos - System.nanoTime());
      return sent.get(left, TimeUnit.NANOSECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("Kafka has not taken a dead letter within " + PATIENCE, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException failure) {
        throw failure;
      }
      throw new KafkaException("dead letter not written", e.getCause());
    }
  }
}
