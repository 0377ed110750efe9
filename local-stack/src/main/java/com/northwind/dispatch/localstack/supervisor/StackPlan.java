package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.localstack.identity.DevelopmentIdentity;
import com.northwind.dispatch.localstack.kafka.BrokerDirectory;
import com.northwind.dispatch.localstack.kafka.BrokerReadiness;
import com.northwind.dispatch.localstack.postgres.PostgresAddress;
import com.northwind.dispatch.localstack.postgres.PostgresDirectory;
import com.northwind.dispatch.localstack.postgres.PostgresInstallation;
import com.northwind.dispatch.localstack.process.ChildCommand;
import com.northwind.dispatch.localstack.process.JavaCommand;
import com.northwind.dispatch.localstack.process.Listeners;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The one list of everything that runs, with its settings.
public final class StackPlan {
  /// The services that own a database, with its name.
  enum Service {
    LOAD_PLANNING(
        "load-planning",
        "load_planning",
        Endpoint.POSTGRES_LOAD_PLANNING,
        Endpoint.HTTP_LOAD_PLANNING,
        Endpoint.ADMIN_LOAD_PLANNING),
    ROUTING(
        "routing",
        "routing",
        Endpoint.POSTGRES_ROUTING,
        Endpoint.HTTP_ROUTING,
        Endpoint.ADMIN_ROUTING),
    EXECUTION(
        "execution",
        "execution",
        Endpoint.POSTGRES_EXECUTION,
        Endpoint.HTTP_EXECUTION,
        Endpoint.ADMIN_EXECUTION);

    final String processName;
    final String database;
    final Endpoint postgres;
    final Endpoint http;
    final Endpoint admin;

    Service(String processName, String database, Endpoint postgres, Endpoint http, Endpoint admin) {
      this.processName = processName;
      this.database = database;
      this.postgres = postgres;
      this.http = http;
      this.admin = admin;
    }

    /// The module's directory.
    String module() {
      return "core-services/" + processName;
    }
  }

  private static final String GATEWAY = "gateway";
  private static final String SCHEMA_REGISTRY = "schema-registry";
  private static final String SCHEMA_REGISTRY_MODULE = "core-services/" + SCHEMA_REGISTRY;
  private static final List<String> SERVICE_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx192m");
  private static final List<String> SCHEMA_REGISTRY_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms24m", "-Xmx128m");
  private static final List<String> GATEWAY_FLAGS = List.of("-XX:+UseG1GC", "-Xms64m", "-Xmx512m");

  private final StackHome home;
  private final StackPorts ports;
  private final DevelopmentIdentity identity;
  private final PostgresInstallation postgres;

  public StackPlan(
      StackHome home,
      StackPorts ports,
      DevelopmentIdentity identity,
      PostgresInstallation postgres) {
    this.home = home;
    this.ports = ports;
    this.identity = identity;
    this.postgres = postgres;
  }

  /// Makes sure that everything that will run is built.
  ///
  /// @throws IllegalStateException when a module is not; the message names it
  static void requireBuilt(StackHome home) {
    home.jar(GATEWAY);
    home.jar(SCHEMA_REGISTRY_MODULE);
    for (Service service : Service.values()) {
      home.jar(service.module());
    }
  }

  /// Broker and databases: nothing else starts before they serve.
  public List<ProcessSpec> infrastructure() {
    List<ProcessSpec> specs = new ArrayList<>();
    specs.add(kafka());
    for (Service service : Service.values()) {
      specs.add(database(service));
    }
    return specs;
  }

  /// The system's own processes.
  public List<ProcessSpec> services() {
    List<ProcessSpec> specs = new ArrayList<>();
    for (Service service : Service.values()) {
      specs.add(coreService(service));
    }
    specs.add(gateway());
    specs.add(schemaRegistry());
    return specs;
  }

  private ProcessSpec kafka() {
    Path log = home.log("kafka");
    BrokerDirectory directory = new BrokerDirectory(home.kafka());
    return new ProcessSpec(
        "kafka",
        () ->
            directory.prepare(
                "kafka",
                ports.of(Endpoint.KAFKA),
                ports.of(Endpoint.KAFKA_CONTROLLER),
                log,
                ClassArchive.of(home, "kafka", SupervisorLauncher.ownJar()).flags()),
        pid -> owns(pid, Endpoint.KAFKA) && BrokerReadiness.serves(ports.of(Endpoint.KAFKA)),
        List.of(Endpoint.KAFKA, Endpoint.KAFKA_CONTROLLER),
        log);
  }

  private ProcessSpec database(Service service) {
    String name = "postgres-" + service.processName;
    Path log = home.log(name);
    int port = ports.of(service.postgres);
    PostgresDirectory directory = directory(service);
    return new ProcessSpec(
        name,
        () -> directory.prepare(name, port, log),
        pid -> owns(pid, service.postgres) && address(service).serves(),
        List.of(service.postgres),
        log);
  }

  private ProcessSpec coreService(Service service) {
    return jvm(
        service.processName,
        service.module(),
        SERVICE_FLAGS,
        () -> coreEnvironment(service),
        List.of(service.http, service.admin),
        service.admin);
  }

  private Map<String, String> coreEnvironment(Service service) {
    PostgresAddress database = address(service);
    Map<String, String> environment = environment(service.processName, service.admin);
    environment.put("NORTHWIND_DATABASE_URL", database.jdbcUrl(service.database));
    environment.put("NORTHWIND_DATABASE_USER", database.user());
    environment.put("NORTHWIND_DATABASE_PASSWORD", database.password());
    environment.put("NORTHWIND_HTTP_PORT", Integer.toString(ports.of(service.http)));
    return environment;
  }

  private ProcessSpec gateway() {
    Map<String, String> environment = environment(GATEWAY, Endpoint.ADMIN_GATEWAY);
    String eldPort = Integer.toString(ports.of(Endpoint.GATEWAY_ELD));
    environment.put("NORTHWIND_ELD_TCP_PORT", eldPort);
    environment.put("NORTHWIND_ELD_UDP_PORT", eldPort);
    environment.put("NORTHWIND_TABLET_PORT", Integer.toString(ports.of(Endpoint.GATEWAY_TABLET)));
    environment.put("NORTHWIND_TLS_CERTIFICATE", identity.serverCertificate().toString());
    environment.put("NORTHWIND_TLS_KEY", identity.serverKey().toString());
    environment.put("NORTHWIND_TOKEN_KEYS", identity.tokenKeys().toString());
    return jvm(
        GATEWAY,
        GATEWAY,
        GATEWAY_FLAGS,
        () -> environment,
        List.of(Endpoint.GATEWAY_ELD, Endpoint.GATEWAY_TABLET, Endpoint.ADMIN_GATEWAY),
        Endpoint.ADMIN_GATEWAY);
  }

  private ProcessSpec schemaRegistry() {
    Map<String, String> environment = environment(SCHEMA_REGISTRY, Endpoint.ADMIN_SCHEMA_REGISTRY);
    environment.put(
        "NORTHWIND_HTTP_PORT", Integer.toString(ports.of(Endpoint.HTTP_SCHEMA_REGISTRY)));
    return jvm(
        SCHEMA_REGISTRY,
        SCHEMA_REGISTRY_MODULE,
        SCHEMA_REGISTRY_FLAGS,
        () -> environment,
        List.of(Endpoint.HTTP_SCHEMA_REGISTRY, Endpoint.ADMIN_SCHEMA_REGISTRY),
        Endpoint.ADMIN_SCHEMA_REGISTRY);
  }

  private ProcessSpec jvm(
      String name,
      String module,
      List<String> memoryFlags,
      Supplier<Map<String, String>> environment,
      List<Endpoint> endpoints,
      Endpoint admin) {
    Path log = home.log(name);
    Path jar = home.jar(module);
    List<String> flags = new ArrayList<>(memoryFlags);
    flags.addAll(ClassArchive.of(home, name, jar).flags());
    List<String> argv = JavaCommand.ofJar(flags, jar, List.of());
    return new ProcessSpec(
        name,
        () -> ChildCommand.of(name, argv, environment.get(), log),
        pid -> owns(pid, admin) && HttpProbe.isReady(ports.of(admin)),
        endpoints,
        log);
  }

  private Map<String, String> environment(String name, Endpoint admin) {
    Map<String, String> environment = new HashMap<>();
    environment.put("NORTHWIND_NODE", name);
    environment.put("NORTHWIND_KAFKA", ports.address(Endpoint.KAFKA));
    environment.put("NORTHWIND_ADMIN_PORT", Integer.toString(ports.of(admin)));
    environment.put("NORTHWIND_BIND_ADDRESS", "127.0.0.1");
    return environment;
  }

  /// Whoever answers on a port might be somebody else's process.
  private boolean owns(long pid, Endpoint endpoint) {
    return Listeners.isListening(pid, ports.of(endpoint));
  }

  /// Where a service's database is, once its server has been started for the first time.
  PostgresAddress address(Service service) {
    return PostgresDirectory.addressOf(
        home.postgres(service.processName), ports.of(service.postgres));
  }

  private PostgresDirectory directory(Service service) {
    return new PostgresDirectory(home.postgres(service.processName), postgres);
  }
}
