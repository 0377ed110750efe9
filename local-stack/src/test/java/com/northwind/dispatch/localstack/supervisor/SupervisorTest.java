package com.northwind.dispatch.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.process.ChildCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void aProcessThatDiesIsStartedAgain() throws Exception {
    try (Supervisor supervisor = supervisorOf(spec("worker", "exec sleep 600", pid -> true))) {
      supervisor.startGroup(0);
      long first = pid(supervisor);

      ProcessHandle.of(first).orElseThrow().destroyForcibly();

      assertTrue(Await.until(LIMIT, () -> isReady(supervisor) && pid(supervisor) != first));
      assertEquals(1, supervisor.processes().getFirst().restarts());
    }
  }

  @Test
  void nothingRunsAfterTheStop() {
    Supervisor supervisor = supervisorOf(spec("worker", "exec sleep 600", pid -> true));
    supervisor.startGroup(0);
    long pid = pid(supervisor);

    supervisor.close();

    assertTrue(ProcessHandle.of(pid).isEmpty());
    assertNull(supervisor.processes().getFirst().pid());
    assertEquals("STOPPED", supervisor.processes().getFirst().state());
  }

  @Test
  void laterGroupsStopBeforeEarlierOnes() throws Exception {
    Path order = directory.resolve("order");
    String script =
        "trap 'echo %s >> " + order + "; exit' TERM; : > %s; while :; do sleep 0.05; done";
    Supervisor supervisor =
        new Supervisor(
            List.of(List.of(trapping(script, "database")), List.of(trapping(script, "service"))),
            () -> {});
    supervisor.startGroup(0);
    supervisor.startGroup(1);

    supervisor.close();

    assertEquals(List.of("service", "database"), Files.readAllLines(order));
  }

  @Test
  void aProcessThatNeverComesUpEndsTheStartWithTheEndOfItsLog() {
    try (Supervisor supervisor =
        supervisorOf(spec("worker", "echo the disk is full; exit 3", pid -> false))) {

      StackStartException failure =
          assertThrows(StackStartException.class, () -> supervisor.startGroup(0));

      assertTrue(String.valueOf(failure.getMessage()).startsWith("worker did not start"));
      assertTrue(String.valueOf(failure.getMessage()).contains("the disk is full"));
    }
  }

  @Test
  void theLogOfTheRunBeforeIsKept() throws IOException {
    Files.writeString(directory.resolve("worker.log"), "what happened last time");
    try (Supervisor supervisor = supervisorOf(spec("worker", "exec sleep 600", pid -> true))) {
      supervisor.startGroup(0);
    }

    assertEquals(
        "what happened last time", Files.readString(directory.resolve("worker.log.previous")));
  }

  private ProcessSpec trapping(String script, String name) {
    Path up = directory.resolve(name + ".up");
    return spec(name, script.formatted(name, up), pid -> Files.exists(up));
  }

  private ProcessSpec spec(String name, String script, LongPredicate ready) {
    Path log = directory.resolve(name + ".log");
    return new ProcessSpec(
        name,
        () -> ChildCommand.of(name, List.of("sh", "-c", script), Map.of(), log),
        ready,
        List.of(),
        log);
  }

  private static Supervisor supervisorOf(ProcessSpec spec) {
    return new Supervisor(List.of(List.of(spec)), () -> {});
  }

  private static boolean isReady(Supervisor supervisor) {
    return supervisor.processes().getFirst().state().equals("READY");
  }

  private static long pid(Supervisor supervisor) {
    Long pid = supervisor.processes().getFirst().pid();
    return pid == null ? -1 : pid;
  }
}
