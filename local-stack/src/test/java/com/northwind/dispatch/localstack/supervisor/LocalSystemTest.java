package com.northwind.dispatch.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.process.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real supervisor in a JVM of its own, with a real broker, real databases, and stand-ins for
/// the services.
class LocalSystemTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path root;

  private StackHome home = new StackHome(Path.of("."));
  private StateFile stateFile = new StateFile(home);

  @BeforeEach
  void installServices() throws IOException {
    home = new StackHome(root);
    stateFile = new StateFile(home);
    shareUnpackedPrograms();
    for (String module :
        List.of(
            "gateway",
            "core-services/load-planning",
            "core-services/routing",
            "core-services/execution",
            "core-services/schema-registry")) {
      FakeService.installAs(root, module);
    }
  }

  @AfterEach
  void stop() throws IOException {
    stateFile
        .readLive()
        .flatMap(state -> ProcessHandle.of(state.supervisorPid()))
        .ifPresent(
            supervisor -> {
              supervisor.destroy();
              Await.until(LIMIT, () -> !supervisor.isAlive());
            });
    if (Files.isSymbolicLink(home.cache())) {
      Files.delete(home.cache());
    }
  }

  @Test
  void whateverDiesIsStartedAgainOnTheSamePort() {
    launch();
    StackState before = state();

    for (String name : List.of("kafka", "postgres-routing", "gateway")) {
      long pid = pid(before, name);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      assertTrue(
          Await.until(LIMIT, () -> isReady(name) && pid(state(), name) != pid), name + " is back");
    }

    assertEquals(before.ports(), state().ports());
    assertEquals(1, state().process("kafka").orElseThrow().restarts());
    assertEquals(0, state().process("execution").orElseThrow().restarts());
  }

  @Test
  void aKilledSupervisorLeavesNothingBehindAndItsSuccessorTakesTheSamePorts() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(Endpoint.HTTP_ROUTING.usualPort(), 1, InetAddress.getLoopbackAddress())) {
      ProcessHandle supervisor = launch();
      StackState before = state();
      assertNotEquals(taken.getLocalPort(), before.ports().get(Endpoint.HTTP_ROUTING));

      supervisor.destroyForcibly();

      List<Long> children =
          before.processes().stream().map(process -> pid(before, process.name())).toList();
      assertTrue(
          Await.until(LIMIT, () -> children.stream().noneMatch(LocalSystemTest::runs)),
          "no child outlives its supervisor");
      launch();
      assertEquals(before.ports(), state().ports());
      assertEquals(Map.of(), restarts(state()));
    }
  }

  @Test
  void aSecondSupervisorIsToldThatOneRunsAlready() {
    launch();

    StackStartException refusal =
        assertThrows(StackStartException.class, () -> LocalSystem.prepare(home, Clock.systemUTC()));

    assertTrue(String.valueOf(refusal.getMessage()).contains("already runs"));
  }

  @Test
  void anOrderlyStopEndsEverythingAndKeepsTheData() throws Exception {
    ProcessHandle supervisor = launch();
    StackState before = state();
    List<String> environment = Files.readAllLines(home.log("load-planning"));
    assertTrue(
        environment.contains(
            "NORTHWIND_DATABASE_URL=jdbc:postgresql://127.0.0.1:%d/load_planning"
                .formatted(before.stackPorts().of(Endpoint.POSTGRES_LOAD_PLANNING))));

    supervisor.destroy();

    assertTrue(Await.until(LIMIT, () -> !supervisor.isAlive()));
    assertTrue(before.processes().stream().noneMatch(p -> runs(pid(before, p.name()))));
    assertTrue(stateFile.read().isEmpty());
    assertTrue(Files.exists(home.kafka().resolve("data/meta.properties")));
    assertTrue(Files.exists(home.postgres("routing").resolve("data/PG_VERSION")));
  }

  @Test
  void aModuleThatIsNotBuiltIsNamed() throws IOException {
    Files.delete(home.jar("gateway"));

    StackStartException refusal =
        assertThrows(StackStartException.class, () -> LocalSystem.prepare(home, Clock.systemUTC()));

    assertTrue(String.valueOf(refusal.getMessage()).contains("gateway is not built"));
    assertFalse(stateFile.readLive().isPresent());
  }

  /// Unpacking PostgreSQL for each test would only take time.
  private void shareUnpackedPrograms() throws IOException {
    String checkout = System.getProperty("northwind.root");
    if (checkout != null) {
      Path cache = Files.createDirectories(Path.of(checkout, ".northwind", "cache"));
      Files.createSymbolicLink(Files.createDirectories(home.data()).resolve("cache"), cache);
    }
  }

  private ProcessHandle launch() {
    ProcessHandle supervisor = new SupervisorLauncher(home).launchTied();
    boolean isReady =
        Await.until(
            LIMIT,
            () ->
                !supervisor.isAlive()
                    || stateFile
                        .readLive()
                        .filter(state -> state.supervisorPid() == supervisor.pid())
                        .map(StackState::readySeconds)
                        .isPresent());
    assertTrue(
        isReady && supervisor.isAlive(),
        () -> String.join("\n", LogFiles.tail(home.log("supervisor"), 40)));
    return supervisor;
  }

  private StackState state() {
    return stateFile.read().orElseThrow();
  }

  private boolean isReady(String name) {
    return state().process(name).orElseThrow().state().equals("READY");
  }

  private static long pid(StackState state, String name) {
    Long pid = state.process(name).orElseThrow().pid();
    return pid == null ? -1 : pid;
  }

  private static Map<String, Integer> restarts(StackState state) {
    return state.processes().stream()
        .filter(process -> process.restarts() > 0)
        .collect(
            Collectors.toMap(StackState.ProcessState::name, StackState.ProcessState::restarts));
  }

  /// A zombie, which waits for its parent to notice, does not run.
  private static boolean runs(long pid) {
    try {
      return !Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }
}
