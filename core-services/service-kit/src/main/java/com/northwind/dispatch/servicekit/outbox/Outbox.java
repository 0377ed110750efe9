package com.northwind.dispatch.servicekit.outbox;

import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.validation.Violation;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.util.List;

/// Where a transaction leaves the events it causes. Thread-safe.
public final class Outbox {
  /// Size an encoded event may have, bytes: Kafka takes records of up to 1 MiB, and one that it
  /// refuses would hold up all that follow.
  public static final int MAX_EVENT_BYTES = 900_000;

  private static final String INSERT =
      """
      insert into outbox (topic, record_key, event_id, value) values (?, ?, ?, ?)
      """;

  /// As a reader would check it: what a service hands on may hold an enum value newer than its
  /// build.
  private final ContractValidator validator = ContractValidator.ofCatalogue();

  private final EventCodec codec;
  private final Runnable wake;

  /// @param wake called after the commit of each transaction that appended; [OutboxRelay#wake] or,
  ///   in tests, nothing
  public Outbox(EventCodec codec, Runnable wake) {
    this.codec = codec;
    this.wake = wake;
  }

  /// Adds an event to the transaction. It is sent after the commit, and only then.
  ///
  /// Whoever appends two events of one key in two transactions must hold the same row lock in both.
  ///
  /// @throws IllegalArgumentException for an event that breaks its contract or is too large: it
  ///   would be a dead letter of every consumer, so the transaction that causes it had better not
  ///   happen
  public void append(Transaction transaction, Topic topic, EventEnvelope event)
      throws SQLException {
    List<Violation> violations = validator.violationsOf(event);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(
          event.type() + " " + event.id() + " breaks its contract: " + violations);
    }
    byte[] value = codec.encode(event);
    if (value.length > MAX_EVENT_BYTES) {
      throw new IllegalArgumentException(
          event.type() + " " + event.id() + " has " + value.length + " bytes, too many for Kafka");
    }
    transaction.sql(INSERT).with(topic.name(), event.partitionKey(), event.id(), value).later();
    transaction.afterCommit(wake);
  }
}
