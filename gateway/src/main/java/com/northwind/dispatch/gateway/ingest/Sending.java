package com.northwind.dispatch.gateway.ingest;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/// One try to give one event to the Kafka client.
///
/// The client reports some failures before `send` returns, on the sender's own thread, and then has
/// not taken the event; others later, on its own thread, and then will not try again itself.
final class Sending implements Callback {
  /// What the try came to when it returned.
  sealed interface Result {
    /// The client has the event and will settle it.
    record Taken() implements Result {}

    /// The client has no room or does not know the topic's partitions; later it may.
    record NotNow(String because) implements Result {}

    /// The event can never be sent.
    record Never(String because) implements Result {}

    /// The client is of no use any more.
    record ProducerBroken(String because) implements Result {}
  }

  /// What became of an event that was taken.
  sealed interface Settled {
    /// It is on all in-sync replicas.
    record Durable() implements Settled {}

    /// Kafka refused this event; others may pass.
    record Refused(String because) implements Settled {}

    /// The client is of no use any more.
    record ProducerBroken(String because) implements Settled {}
  }

  /// Hears what became of an event that was taken.
  @FunctionalInterface
  interface Observer {
    void onSettled(Settled settled);
  }

  private final EventBatch batch;
  private final Observer observer;
  private final Thread sender = Thread.currentThread();
  private boolean returned;
  private @Nullable Exception immediate;

  private Sending(EventBatch batch, Observer observer) {
    this.batch = batch;
    this.observer = observer;
  }

  static Result of(
      Producer<String, byte[]> producer, OutgoingEvent event, EventBatch batch, Observer observer) {
    Sending sending = new Sending(batch, observer);
    try {
      Future<RecordMetadata> _ = producer.send(event.record(), sending);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException | IllegalStateException e) {
      sending.immediate = e;
    }
    sending.returned = true;
    return sending.result();
  }

  @Override
  public void onCompletion(RecordMetadata metadata, @Nullable Exception problem) {
    if (Thread.currentThread().equals(sender) && !returned && problem != null) {
      immediate = problem;
      return;
    }
    if (problem == null) {
      observer.onSettled(new Settled.Durable());
      batch.confirmOne();
      return;
    }
    observer.onSettled(
        isAboutTheEvent(problem)
            ? new Settled.Refused(describe(problem))
            : new Settled.ProducerBroken(describe(problem)));
    batch.fail(describe(problem));
  }

  private Result result() {
    Exception problem = immediate;
    if (problem == null) {
      return new Result.Taken();
    }
    if (isAboutTheEvent(problem)) {
      return new Result.Never(describe(problem));
    }
    return problem instanceof RetriableException
        ? new Result.NotNow(describe(problem))
        : new Result.ProducerBroken(describe(problem));
  }

  private static boolean isAboutTheEvent(Exception problem) {
    return problem instanceof RecordTooLargeException
        || problem instanceof RecordBatchTooLargeException
        || problem instanceof SerializationException
        || problem instanceof InvalidTopicException;
  }

  private static String describe(Exception problem) {
    return problem.getClass().getSimpleName() + ": " + problem.getMessage();
  }
}
