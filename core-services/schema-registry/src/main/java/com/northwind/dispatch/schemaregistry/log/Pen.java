package com.northwind.dispatch.schemaregistry.log;

import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.log.WriteListener.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;

/// The right to write the log. There is one: taking it takes it from whoever had it, and whatever
/// that one had begun is undone by Kafka. Used by one thread.
final class Pen {
  private final LogSettings settings;
  private final KafkaProducer<String, byte[]> producer;
  private final WriteListener listener;

  private Pen(
      LogSettings settings, KafkaProducer<String, byte[]> producer, WriteListener listener) {
    this.settings = settings;
    this.producer = producer;
    this.listener = listener;
  }

  /// Takes the pen. When this returns, the writes of everybody else are in the log or never will
  /// be.
  ///
  /// @throws KafkaException when Kafka does not answer in time
  static Pen take(LogSettings settings, WriteListener listener) {
    KafkaProducer<String, byte[]> producer = settings.newProducer();
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
    listener.reached(Step.FENCED_OTHERS);
    return new Pen(settings, producer, listener);
  }

  /// Whether a failure says that somebody else has the pen.
  static boolean lost(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException
          || cause instanceof InvalidPidMappingException
          || cause instanceof InvalidTxnStateException) {
        return true;
      }
    }
    return false;
  }

  /// Writes records, all or none of them.
  ///
  /// @return the offset behind the last of them
  /// @throws KafkaException when it is not known whether they are written
  long write(List<CatalogueRecord> records) throws InterruptedException {
    producer.beginTransaction();
    listener.reached(Step.BEGUN);
    Future<RecordMetadata> last = null;
    for (CatalogueRecord record : records) {
      RecordCodec.Encoded encoded = RecordCodec.encode(record);
      last =
          producer.send(
              new ProducerRecord<>(settings.topic(), 0, encoded.key(), encoded.valueBytes()));
    }
    listener.reached(Step.SENT);
    producer.commitTransaction();
    listener.reached(Step.COMMITTED);
    try {
      return last == null ? 0 : last.get().offset() + 1;
    } catch (ExecutionException e) {
      throw new KafkaException("a committed record has no offset", e.getCause());
    }
  }

  /// Lays the pen down without a word to Kafka.
  void drop() {
    producer.close(Duration.ZERO);
  }
}
