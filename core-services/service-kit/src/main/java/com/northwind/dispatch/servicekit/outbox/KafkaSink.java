package com.northwind.dispatch.servicekit.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/// Sends rows to Kafka and waits for the acks of all of them.
final class KafkaSink implements RecordSink {
  private final Producer<String, byte[]> producer;

  KafkaSink(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void send(List<OutboxRow> rows) throws InterruptedException {
    List<Future<RecordMetadata>> acks = new ArrayList<>(rows.size());
    for (OutboxRow row : rows) {
      acks.add(producer.send(row.record()));
    }
    producer.flush();
    for (Future<RecordMetadata> ack : acks) {
      try {
        ack.get();
      } catch (ExecutionException e) {
        throw new KafkaException("Kafka refused a row of the outbox", e.getCause());
      }
    }
  }
}
