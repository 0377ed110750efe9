package com.northwind.dispatch.servicekit.command;

import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.servicekit.database.SqlFailure;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Carries out commands once, however often they are sent. Thread-safe.
public final class Commands {
  /// Header that says an answer is the one given the first time.
  public static final String REPLAYED = "Northwind-Replayed";

  /// How long an answer is kept: longer than any sender goes on retrying.
  public static final Duration RETENTION = Duration.ofDays(30);

  private static final String FIND =
      """
      select fingerprint, status, content_type, body from command_answer where command_id = ?
      """;
  private static final String INSERT =
      """
      insert into command_answer (command_id, fingerprint, status, content_type, body, answered_at)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String PRUNE =
      """
      delete from command_answer where answered_at < ?
      """;

  private final Transactions transactions;
  private final Clock clock;

  private record Kept(String fingerprint, Answer answer) {}

  public Commands(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Carries the command out, or gives the answer it got before.
  ///
  /// The work, and the keeping of its answer, are one transaction. Of two equal commands at the
  /// same time one is carried out and the other gets its answer.
  public HttpResponse run(Command command, Transactions.Work<Answer> work) throws SQLException {
    try {
      return transactions.call(transaction -> runIn(transaction, command, work));
    } catch (SQLException e) {
      if (SqlFailure.of(e) != SqlFailure.DUPLICATE) {
        throw e;
      }
      return transactions
          .call(transaction -> find(transaction, command))
          .map(kept -> replay(command, kept))
          .orElseThrow(() -> e);
    }
  }

  /// Forgets answers older than [#RETENTION].
  public int prune() throws SQLException {
    return transactions.call(
        transaction -> transaction.sql(PRUNE).with(clock.instant().minus(RETENTION)).update());
  }

  private HttpResponse runIn(
      Transaction transaction, Command command, Transactions.Work<Answer> work)
      throws SQLException {
    Optional<Kept> kept = find(transaction, command);
    if (kept.isPresent()) {
      return replay(command, kept.get());
    }
    Answer answer = work.in(transaction);
    transaction
        .sql(INSERT)
        .with(
            command.id(),
            command.fingerprint(),
            answer.status(),
            answer.contentType(),
            answer.body(),
            clock.instant())
        .later();
    return answer.toResponse();
  }

  private static Optional<Kept> find(Transaction transaction, Command command) throws SQLException {
    return transaction
        .sql(FIND)
        .with(command.id())
        .first(
            row ->
                new Kept(
                    row.getString("fingerprint"),
                    new Answer(
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getBytes("body"))));
  }

  private static HttpResponse replay(Command command, Kept kept) {
    if (!kept.fingerprint().equals(command.fingerprint())) {
      return HttpResponse.problem(
          Problem.of(
              409,
              "command-id-reused",
              "The command's id was used before",
              "Command "
                  + command.id()
                  + " was sent before with other content. Give a new command a new id."));
    }
    return kept.answer().toResponse().with(REPLAYED, "true");
  }
}
