package com.northwind.dispatch.loadplanning;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.processkit.kafka.ConsumedEvent;
import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.command.Commands;
import com.northwind.dispatch.servicekit.database.MigratedDatabase;
import com.northwind.dispatch.servicekit.outbox.ManualRelay;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Load planning on a real database, its events given by hand and its outbox relayed by hand.
final class PlanningRig implements AutoCloseable {
  /// Every table that holds state or history.
  private static final List<String> TABLES =
      List.of(
          "driver",
          "tractor",
          "load",
          "route_decision",
          "sheet_entry",
          "sheet",
          "withdrawal",
          "audit",
          "applied_event",
          "outbox");

  private final MigratedDatabase database;
  private final ManualRelay relay;
  private final HttpApi api;
  private final List<Route> routes;
  private final Map<String, EventApplier> appliers;

  PlanningRig(TestDatabase testDatabase) throws SQLException, IOException {
    database = MigratedDatabase.in(testDatabase, LoadPlanning.MIGRATIONS);
    relay = ManualRelay.of(database.database());
    Planning planning =
        new Planning(
            database.transactions(),
            new Outbox(EventCodec.ofCatalogue(), () -> {}),
            "/load-planning/rig",
            Duration.ZERO,
            database.meters(),
            Clock.systemUTC());
    routes = planning.routes(new Commands(database.transactions(), Clock.systemUTC()));
    api =
        HttpApi.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), database.meters(), routes);
    appliers =
        Map.of(
            Topics.ROUTING_ROUTES.name(), applier("routes", planning.routing()),
            Topics.TABLET_ACTIONS.name(),
                applier("actions", planning.actions(new ApplyOnce(Clock.systemUTC()))),
            Topics.EXECUTION_STOPS.name(), applier("stops", planning.progress()),
            Topics.TABLET_RECEIPTS.name(), applier("receipts", planning.receipts()));
  }

  List<Route> routes() {
    return routes;
  }

  Dispatcher dispatcher(String name) {
    return new Dispatcher("http://127.0.0.1:" + api.port(), name);
  }

  ManualRelay relay() {
    return relay;
  }

  MigratedDatabase database() {
    return database;
  }

  /// An event as its consumer would get it.
  static ConsumedEvent event(Topic topic, String key, String id, long offset, Message data) {
    Instant time = Instant.parse("2026-11-22T12:00:00Z");
    return new ConsumedEvent(
        topic.name(), 0, offset, new EventEnvelope(id, "/test", key, time, key, null, data));
  }

  /// Applies one event; fails where a consumer would park it.
  void apply(ConsumedEvent event) throws SQLException {
    EventApplier applier = appliers.get(event.topic());
    if (applier == null) {
      throw new AssertionError("load planning does not consume " + event.topic());
    }
    applier.apply(List.of(event));
  }

  /// One number for everything the service knows and has said.
  String stateHash() throws SQLException {
    StringBuilder hashes = new StringBuilder();
    for (String table : TABLES) {
      String query =
          "select coalesce(md5(string_agg(t::text, ';' order by t::text)), '') as hash from %s t"
              .formatted(table);
      String hash =
          database.transactions().call(tx -> tx.sql(query).one(row -> row.getString("hash")));
      hashes.append(table).append(' ').append(hash).append('\n');
    }
    return hashes.toString();
  }

  @Override
  public void close() throws SQLException {
    api.close();
    relay.close();
    database.close();
  }

  private EventApplier applier(String name, EventApplier.Effect effect) {
    return new EventApplier(name, database.transactions(), effect, database.meters());
  }
}
