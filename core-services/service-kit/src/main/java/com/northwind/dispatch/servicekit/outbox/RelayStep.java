package com.northwind.dispatch.servicekit.outbox;

import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Statement;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/// The relay step by step: read the oldest rows, send them; with the next reading, delete what
/// Kafka has acknowledged. Not thread-safe; one for each claim.
final class RelayStep {
  /// How many rows a step takes at most; it bounds what is sent again after a crash.
  static final int BATCH = 500;

  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader(
              "content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8)));

  /// Both parts see the outbox as it was, so the reading leaves out what the deleting takes away.
  private static final String DELETE_AND_READ =
      """
      with deleted as (delete from outbox where id = any(?))
      select id, topic, record_key, event_id, value, created_at
      from outbox
      where id <> all(?)
      order by id
      limit ?
      """;

  private final RecordSink sink;
  private List<OutboxRow> sent = List.of();

  RelayStep(RecordSink sink) {
    this.sink = sink;
  }

  /// Takes a step on a connection in auto-commit mode; returns how many rows went. They are deleted
  /// by the next step, so one that sends nothing leaves nothing to be done.
  int run(Connection connection) throws SQLException, InterruptedException {
    List<OutboxRow> rows = deleteAndRead(connection, BATCH);
    sink.send(rows);
    sent = rows;
    return rows.size();
  }

  /// Deletes what the last step sent, and sends nothing more.
  void finish(Connection connection) throws SQLException {
    if (!sent.isEmpty()) {
      deleteAndRead(connection, 0);
    }
  }

  private List<OutboxRow> deleteAndRead(Connection connection, int limit) throws SQLException {
    Long[] ids = sent.stream().map(OutboxRow::id).toArray(Long[]::new);
    List<OutboxRow> rows =
        Statement.on(connection, DELETE_AND_READ)
            .with((Object) ids)
            .with((Object) ids)
            .with(limit)
            .list(RelayStep::row);
    sent = List.of();
    return rows;
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        row.getString("event_id"),
        Columns.instant(row, "created_at"),
        new ProducerRecord<>(
            row.getString("topic"),
            null,
            null,
            row.getString("record_key"),
            row.getBytes("value"),
            HEADERS));
  }
}
