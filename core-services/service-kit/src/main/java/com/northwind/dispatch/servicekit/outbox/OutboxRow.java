package com.northwind.dispatch.servicekit.outbox;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/// One event that waits to be sent.
///
/// @param id place in the outbox
/// @param eventId the event's own id, the same each time the row is sent
/// @param createdAt when the row was written, by the database's clock
/// @param record what is sent
record OutboxRow(
    long id, String eventId, Instant createdAt, ProducerRecord<String, byte[]> record) {}
