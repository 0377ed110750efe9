package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.contracts.topic.TopicCreator;
import com.northwind.dispatch.localstack.identity.DevelopmentIdentity;
import com.northwind.dispatch.localstack.postgres.PostgresInstallation;
import com.northwind.dispatch.localstack.process.Lifeline;
import com.northwind.dispatch.localstack.process.Ports;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole system, running: broker, databases, topics, services and gateway.
public final class LocalSystem implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSystem.class);
  private static final double MILLIS = 1_000.0;

  private final StackPlan plan;
  private final StackPorts ports;
  private final Ports claims;
  private final StateFile stateFile;
  private final Supervisor supervisor;
  private final InstanceLock lock;
  private final Clock clock;
  private final Instant startedAt;
  private volatile @Nullable Double readySeconds;

  private LocalSystem(
      StackHome home,
      StackPlan plan,
      StackPorts ports,
      Ports claims,
      InstanceLock lock,
      Clock clock) {
    this.plan = plan;
    this.ports = ports;
    this.claims = claims;
    this.stateFile = new StateFile(home);
    this.lock = lock;
    this.clock = clock;
    this.startedAt = ProcessHandle.current().info().startInstant().orElse(clock.instant());
    this.supervisor =
        new Supervisor(List.of(plan.infrastructure(), plan.services()), this::writeState);
  }

  /// Takes the place of a supervisor in this home and chooses ports; nothing runs yet.
  ///
  /// @throws StackStartException when another supervisor runs here, or a module is not built
  public static LocalSystem prepare(StackHome home, Clock clock) {
    InstanceLock lock =
        InstanceLock.tryAcquire(home.run().resolve("stack.lock"))
            .orElseThrow(() -> new StackStartException(alreadyRunning(home)));
    Ports claims = Ports.ofThisMachine();
    try {
      StackPlan.requireBuilt(home);
      Lifeline.ofThisMachine().warning().ifPresent(LOG::warn);
      Map<Endpoint, Integer> wished = new LeftOvers(home).clear();
      StackPorts ports = StackPorts.choose(claims, wished);
      for (Endpoint moved : ports.moved()) {
        LOG.info(
            "port taken, using another endpoint={} usual={} port={}",
            moved,
            moved.usualPort(),
            ports.of(moved));
      }
      DevelopmentIdentity identity = DevelopmentIdentity.in(home.identity(), clock.instant());
      StackPlan plan = new StackPlan(home, ports, identity, PostgresInstallation.in(home.cache()));
      return new LocalSystem(home, plan, ports, claims, lock, clock);
    } catch (IllegalStateException e) {
      claims.close();
      lock.close();
      throw new StackStartException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Starts everything and waits until all of it serves.
  ///
  /// @throws StackStartException when something does not come up
  public void start() {
    supervisor.startGroup(0);
    createDatabases();
    createTopics();
    supervisor.startGroup(1);
    readySeconds = Duration.between(startedAt, clock.instant()).toMillis() / MILLIS;
    writeState();
    LOG.info("the system is ready afterS={}", readySeconds);
  }

  /// Stops everything and frees the home.
  @Override
  public void close() {
    supervisor.close();
    stateFile.delete();
    claims.close();
    lock.close();
  }

  private void writeState() {
    stateFile.write(
        new StackState(
            ProcessHandle.current().pid(),
            readySeconds,
            ports.byEndpoint(),
            supervisor.processes()));
  }

  private void createDatabases() {
    for (StackPlan.Service service : StackPlan.Service.values()) {
      try {
        plan.address(service).createDatabase(service.database);
      } catch (SQLException e) {
        throw new StackStartException("cannot create the database " + service.database, e);
      }
    }
  }

  private void createTopics() {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.address(Endpoint.KAFKA)))) {
      List<String> created = new TopicCreator(admin, (short) 1).createMissing();
      LOG.info("created topics={}", created);
    } catch (ExecutionException e) {
      throw new StackStartException("the broker refused the topics of the catalogue", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackStartException("interrupted while creating topics", e);
    }
  }

  private static String alreadyRunning(StackHome home) {
    return new StateFile(home)
        .readLive()
        .map(
            state ->
                "the system already runs here (supervisor process %d): ./northwind status shows it, ./northwind down stops it"
                    .formatted(state.supervisorPid()))
        .orElse("another supervisor is just starting or stopping here: try again in a moment");
  }
}
