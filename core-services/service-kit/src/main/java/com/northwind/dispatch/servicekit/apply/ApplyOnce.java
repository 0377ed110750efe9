package com.northwind.dispatch.servicekit.apply;

import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;

/// Remembers which events have had their effect, by natural key. Thread-safe.
public final class ApplyOnce {
  private static final Duration MARGIN = Duration.ofDays(15);

  /// How long a key is remembered: longer than Kafka keeps any event that could be replayed.
  public static final Duration RETENTION = longestReplay().plus(MARGIN);

  private static final String INSERT =
      """
      insert into applied_event (effect, natural_key, applied_at) values (?, ?, ?)
      on conflict (effect, natural_key) do nothing
      """;
  private static final String PRUNE =
      """
      delete from applied_event where applied_at < ?
      """;

  private final Clock clock;

  public ApplyOnce(Clock clock) {
    this.clock = clock;
  }

  /// Whether this key is met for the first time; if so the effect must follow in the same
  /// transaction. A second transaction with the same key waits for the first to end.
  public boolean first(Transaction transaction, NaturalKey key) throws SQLException {
    return transaction.sql(INSERT).with(key.effect(), key.value(), clock.instant()).update() == 1;
  }

  /// Forgets keys older than [#RETENTION].
  public int prune(Transactions transactions) throws SQLException {
    return transactions.call(
        transaction -> transaction.sql(PRUNE).with(clock.instant().minus(RETENTION)).update());
  }

  private static Duration longestReplay() {
    return Topics.all().stream()
        .map(Topic::cleanup)
        .map(
            cleanup ->
                switch (cleanup) {
                  case Topic.Cleanup.DeleteAfter(Duration retention) -> retention;
                  case Topic.Cleanup.Compact() -> Duration.ZERO;
                })
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
