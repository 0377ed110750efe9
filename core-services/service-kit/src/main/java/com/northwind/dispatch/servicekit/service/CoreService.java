package com.northwind.dispatch.servicekit.service;

import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.processkit.admin.AdminServer;
import com.northwind.dispatch.processkit.admin.Readiness;
import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.processkit.kafka.DeadLetterLog;
import com.northwind.dispatch.processkit.kafka.EventConsumer;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import com.northwind.dispatch.processkit.metrics.Metrics;
import com.northwind.dispatch.servicekit.apply.ApplyOnce;
import com.northwind.dispatch.servicekit.apply.EventApplier;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.command.Commands;
import com.northwind.dispatch.servicekit.database.Database;
import com.northwind.dispatch.servicekit.database.DatabaseProblems;
import com.northwind.dispatch.servicekit.database.Migrations;
import com.northwind.dispatch.servicekit.database.Transactions;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import com.northwind.dispatch.servicekit.outbox.OutboxGauges;
import com.northwind.dispatch.servicekit.outbox.OutboxRelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/// The parts every core service has, started. All of them belong to the process's lifecycle.
public final class CoreService {
  private final ServiceSettings settings;
  private final ProcessLifecycle lifecycle;
  private final Clock clock;
  private final Readiness readiness = new Readiness();
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final Metrics metrics;
  private final Database database;
  private final Transactions transactions;
  private final Commands commands;
  private final ApplyOnce applyOnce;
  private final Housekeeping housekeeping;
  private final AdminServer admin;
  private final DeadLetterLog letters;
  private volatile boolean migrated;
  private volatile boolean serving;

  private CoreService(ServiceSettings settings, ProcessLifecycle lifecycle, Clock clock)
      throws IOException {
    this.settings = settings;
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.metrics = lifecycle.own("metrics", Metrics.of(settings.name(), settings.node()));
    // What must hold is known before anybody can ask.
    readiness.require("database", () -> false);
    readiness.require("migrations", () -> migrated);
    readiness.require("start", () -> serving);
    this.admin = lifecycle.own("admin", AdminServer.start(settings.admin(), readiness, metrics));
    this.database =
        lifecycle.own("database", Database.open(settings.database(), metrics.registry()));
    this.transactions = new Transactions(database, metrics.registry());
    this.commands = new Commands(transactions, clock);
    this.applyOnce = new ApplyOnce(clock);
    this.housekeeping =
        lifecycle.own("housekeeping", new Housekeeping(transactions, applyOnce, commands));
    this.letters =
        lifecycle.own(
            "dead-letters",
            DeadLetterLog.start(settings.name(), settings.kafka(), metrics.registry(), clock));
    readiness.require("database", database::reachable);
  }

  /// Opens the admin port and the database, and brings the tables up to date; waits for the
  /// database for as long as it takes.
  ///
  /// @param migrations where the service's own migrations are, e.g.
  ///   `classpath:northwind/migrations/load-planning`
  public static CoreService start(
      ServiceSettings settings, String migrations, ProcessLifecycle lifecycle, Clock clock)
      throws IOException, InterruptedException {
    CoreService service = new CoreService(settings, lifecycle, clock);
    new Migrations(settings.database(), migrations).runWhenReachable();
    service.migrated = true;
    service.housekeeping.start();
    return service;
  }

  /// Starts the outbox's relay and returns the outbox.
  public Outbox startOutbox() {
    OutboxRelay relay =
        lifecycle.own(
            "outbox-relay", OutboxRelay.start(database, settings.kafka(), metrics.registry()));
    lifecycle.own("outbox-gauges", OutboxGauges.start(transactions, metrics.registry(), clock));
    return new Outbox(codec, relay::wake);
  }

  /// Starts applying topics' events. The consumer's group is named after the service and the role;
  /// the service is ready once it has its partitions.
  public void consume(String role, List<Topic> topics, EventApplier.Effect effect) {
    consume(role, topics, effect, false);
  }

  /// Starts applying topics' events, those of one poll in one transaction while nothing goes wrong:
  /// for many small effects whose rows no one else changes.
  public void consumeTogether(String role, List<Topic> topics, EventApplier.Effect effect) {
    consume(role, topics, effect, true);
  }

  /// Starts applying topics' events in a way of the service's own. They are handed over in larger
  /// batches, a little late.
  public void consumeGathering(String role, List<Topic> topics, EventConsumer.Handler handler) {
    String group = group(role);
    own(
        role,
        EventConsumer.startGathering(
            group, topics, settings.kafka(), handler, letters, metrics.registry(), clock));
  }

  private void consume(
      String role, List<Topic> topics, EventApplier.Effect effect, boolean together) {
    String group = group(role);
    EventApplier applier =
        new EventApplier(group, transactions, effect, together, metrics.registry());
    own(
        role,
        together
            ? EventConsumer.startGathering(
                group, topics, settings.kafka(), applier, letters, metrics.registry(), clock)
            : EventConsumer.start(
                group, topics, settings.kafka(), applier, letters, metrics.registry(), clock));
  }

  private String group(String role) {
    return settings.name() + "-" + role;
  }

  private void own(String role, EventConsumer consumer) {
    lifecycle.own("consumer-" + group(role), consumer);
    readiness.require("consumer-" + role, consumer::joined);
  }

  /// Starts serving REST, the last step of a start: until then the service is not ready. 503
  /// answers a request that meets a database which is away.
  public HttpApi serve(List<Route> routes) throws IOException {
    HttpApi api =
        HttpApi.start(
            settings.rest(),
            metrics.registry(),
            routes.stream().map(DatabaseProblems::guard).toList());
    serving = true;
    return lifecycle.own("rest", api);
  }

  /// Name of this instance, for the `source` of its events: `/load-planning/load-planning-1`.
  public String eventSource() {
    return "/" + settings.name() + "/" + settings.node();
  }

  /// The service's transactions.
  public Transactions transactions() {
    return transactions;
  }

  /// The service's commands.
  public Commands commands() {
    return commands;
  }

  /// The service's guard of effects.
  public ApplyOnce applyOnce() {
    return applyOnce;
  }

  /// The service's audit.
  public Audit audit() {
    return new Audit();
  }

  /// Where parts register their meters.
  public MeterRegistry meters() {
    return metrics.registry();
  }

  /// What must hold before the service may serve.
  public Readiness readiness() {
    return readiness;
  }

  /// The admin port in use.
  public int adminPort() {
    return admin.port();
  }
}
