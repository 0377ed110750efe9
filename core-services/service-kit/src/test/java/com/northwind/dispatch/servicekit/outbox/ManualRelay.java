package com.northwind.dispatch.servicekit.outbox;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.servicekit.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The outbox's relay, stepped by hand: what it "sends" is kept in a list. Not thread-safe.
public final class ManualRelay implements AutoCloseable {

  /// One event as it would arrive on Kafka.
  public record Sent(String topic, String key, EventEnvelope event) {}

  private final EventCodec codec = EventCodec.ofCatalogue();
  private final List<Sent> sent = new ArrayList<>();
  private final Connection connection;
  private RelayStep step = newStep();

  private ManualRelay(Connection connection) {
    this.connection = connection;
  }

  /// A relay for this database's outbox.
  public static ManualRelay of(Database database) throws SQLException {
    return new ManualRelay(database.dedicatedConnection());
  }

  /// Sends and deletes everything that waits; returns what it sent.
  public List<Sent> run() throws SQLException, InterruptedException {
    int before = sent.size();
    while (step.run(connection) > 0) {}
    return List.copyOf(sent.subList(before, sent.size()));
  }

  /// Takes one step, at most one batch, which the next step deletes; returns what it sent.
  public List<Sent> step() throws SQLException, InterruptedException {
    int before = sent.size();
    int rows = step.run(connection);
    return List.copyOf(sent.subList(before, before + rows));
  }

  /// Sends one batch and "dies" before it deletes it.
  public List<Sent> stepAndDieBeforeDelete() throws SQLException, InterruptedException {
    List<Sent> lastWords = step();
    step = newStep();
    return lastWords;
  }

  /// Everything sent so far, in order.
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private RelayStep newStep() {
    return new RelayStep(rows -> rows.forEach(row -> sent.add(read(row))));
  }

  private Sent read(OutboxRow row) {
    return switch (codec.decode(row.record().value())) {
      case DecodeResult.Read(var event) ->
          new Sent(row.record().topic(), row.record().key(), event);
      case DecodeResult.UnknownType(String id, String type) ->
          throw new AssertionError("event " + id + " has unknown type " + type);
      case DecodeResult.NewerVersion(String id, String type, String _) ->
          throw new AssertionError("event " + id + " has a newer type " + type);
      case DecodeResult.Unreadable(String problem) -> throw new AssertionError(problem);
    };
  }
}
