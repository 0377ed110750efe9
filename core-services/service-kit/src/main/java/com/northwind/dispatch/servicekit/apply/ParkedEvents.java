package com.northwind.dispatch.servicekit.apply;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.processkit.deadletter.Failure;
import com.northwind.dispatch.processkit.deadletter.LetterBody;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import com.northwind.dispatch.processkit.kafka.DeadLetterLog;
import com.northwind.dispatch.servicekit.database.Columns;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The table `parked_event`, in which earlier builds kept what a consumer could not apply. Nothing
/// is written to it any more; what is left in it becomes dead letters when the consumer starts.
final class ParkedEvents {
  private static final Logger log = LoggerFactory.getLogger(ParkedEvents.class);
  private static final int AT_ONCE = 500;

  private static final String OLDEST =
      """
      select id, topic, record_key, partition_no, record_offset, value, error, parked_at
      from parked_event
      where consumer = ?
      order by id
      limit 500
      """;
  private static final String DELETE =
      """
      delete from parked_event where id = ?
      """;

  private record Row(
      long id, ConsumerRecord<String, byte[]> record, String error, Instant parkedAt) {}

  private ParkedEvents() {}

  /// Moves a consumer's rows: each is durable as a dead letter before it is deleted.
  static void moveTo(DeadLetterLog letters, String consumer, Transactions transactions)
      throws SQLException, InterruptedException {
    List<Row> rows;
    do {
      rows = transactions.call(tx -> tx.sql(OLDEST).with(consumer).list(ParkedEvents::read));
      if (!rows.isEmpty()) {
        letters.park(rows.stream().map(row -> toLetter(row, consumer, letters.node())).toList());
        List<Row> moved = rows;
        transactions.run(
            tx -> {
              for (Row row : moved) {
                tx.sql(DELETE).with(row.id()).later();
              }
            });
        log.atInfo()
            .addKeyValue("group", consumer)
            .addKeyValue("events", rows.size())
            .log("parked events are dead letters now");
      }
    } while (rows.size() == AT_ONCE);
  }

  private static LetterBody toLetter(Row row, String consumer, String node) {
    LetterId id =
        new LetterId(
            consumer, row.record().topic(), row.record().partition(), row.record().offset());
    return LetterBody.of(id, row.record(), why(row.error()), node, row.parkedAt());
  }

  /// Earlier builds tried an event three times, and those behind it not at all.
  private static Failure why(String error) {
    return error.startsWith("waits behind")
        ? new Failure(DeadLetterReason.DEAD_LETTER_REASON_BEHIND, error, 0, null)
        : new Failure(DeadLetterReason.DEAD_LETTER_REASON_BUG, error, 3, null);
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        new ConsumerRecord<>(
            row.getString("topic"),
            row.getInt("partition_no"),
            row.getLong("record_offset"),
            row.getString("record_key"),
            row.getBytes("value")),
        row.getString("error"),
        Columns.instant(row, "parked_at"));
  }
}
