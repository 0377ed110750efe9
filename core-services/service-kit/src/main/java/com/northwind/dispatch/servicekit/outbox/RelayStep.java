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

/// One step of the relay: read the oldest rows, send them, delete what is acknowledged.
final class RelayStep {
  /// How many rows a step takes at most; it bounds what is sent again after a crash.
  static final int BATCH = 500;

  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader(
              "content-type", EventCodec.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8)));

  private static final String READ =
      """
      select id, topic, record_key, event_id, value, created_at
      from outbox
      order by id
      limit ?
      """;
  private static final String DELETE =
      """
      delete from outbox where id = any(?)
      """;

  private final RecordSink sink;

  RelayStep(RecordSink sink) {
    this.sink = sink;
  }

  /// Reads rows, at most [#BATCH]; nothing changes.
  List<OutboxRow> read(Connection connection) throws SQLException {
    return Statement.on(connection, READ).with(BATCH).list(RelayStep::row);
  }

  /// Sends rows and returns when they are durable.
  void send(List<OutboxRow> rows) throws InterruptedException {
    sink.send(rows);
  }

  /// Forgets rows that were sent.
  void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
    Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
    Statement.on(connection, DELETE).with((Object) ids).update();
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

  /// The whole step, on a connection in auto-commit mode; returns how many rows went.
  int run(Connection connection) throws SQLException, InterruptedException {
    List<OutboxRow> rows = read(connection);
    if (!rows.isEmpty()) {
      send(rows);
      delete(connection, rows);
    }
    return rows.size();
  }
}
