package com.northwind.dispatch.servicekit.apply;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table `parked_event`: what one consumer could not apply, and what waits behind it.
final class ParkedEvents {
  private static final String KEYS =
      """
      select topic, record_key, count(*) as events
      from parked_event
      where consumer = ?
      group by topic, record_key
      order by min(id)
      """;
  private static final String INSERT =
      """
      insert into parked_event
        (consumer, topic, record_key, partition_no, record_offset, event_id, value, error, parked_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (consumer, topic, partition_no, record_offset) do nothing
      """;
  private static final String OLDEST =
      """
      select id, partition_no, record_offset, value
      from parked_event
      where consumer = ? and topic = ? and record_key = ?
      order by id
      limit 1
      for update
      """;
  private static final String DELETE =
      """
      delete from parked_event where id = ?
      """;

  private final String consumer;
  private final EventCodec codec;

  /// One key of one topic.
  record Key(String topic, String key) {
    static Key of(ConsumedEvent event) {
      return new Key(event.topic(), event.event().partitionKey());
    }
  }

  /// A parked event with its place in the table.
  record Parked(long id, ConsumedEvent event) {}

  /// Which keys are parked, and how many events they hold.
  record Overview(Set<Key> keys, long events) {}

  ParkedEvents(String consumer, EventCodec codec) {
    this.consumer = consumer;
    this.codec = codec;
  }

  Overview overview(Transaction transaction) throws SQLException {
    Set<Key> keys = new HashSet<>();
    List<Long> counts =
        transaction
            .sql(KEYS)
            .with(consumer)
            .list(
                row -> {
                  keys.add(new Key(row.getString("topic"), row.getString("record_key")));
                  return row.getLong("events");
                });
    return new Overview(keys, counts.stream().mapToLong(Long::longValue).sum());
  }

  void park(Transaction transaction, ConsumedEvent event, String error, Instant now)
      throws SQLException {
    transaction
        .sql(INSERT)
        .with(
            consumer,
            event.topic(),
            event.event().partitionKey(),
            event.partition(),
            event.offset(),
            event.event().id(),
            codec.encode(event.event()),
            error,
            now)
        .update();
  }

  /// The oldest parked event of a key, held until the transaction ends.
  Optional<Parked> oldest(Transaction transaction, Key key) throws SQLException {
    return transaction
        .sql(OLDEST)
        .with(consumer, key.topic(), key.key())
        .first(
            row ->
                new Parked(
                    row.getLong("id"),
                    read(
                        key,
                        row.getInt("partition_no"),
                        row.getLong("record_offset"),
                        row.getBytes("value"))));
  }

  void delete(Transaction transaction, Parked parked) throws SQLException {
    transaction.sql(DELETE).with(parked.id()).update();
  }

  private ConsumedEvent read(Key key, int partition, long offset, byte[] value) {
    return switch (codec.decode(value)) {
      case DecodeResult.Read(var event) -> new ConsumedEvent(key.topic(), partition, offset, event);
      case DecodeResult.UnknownType(String id, String type) ->
          throw new IllegalStateException("parked event " + id + " has unknown type " + type);
      case DecodeResult.Unreadable(String problem) -> throw new IllegalStateException(problem);
    };
  }
}
