package com.northwind.dispatch.localstack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path directory;

  @Test
  void noChildOutlivesAJvmThatIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                JavaCommand.ofClass(
                    List.of("-Dnorthwind.root=" + System.getProperty("northwind.root")),
                    System.getProperty("java.class.path"),
                    OrphanMaker.class.getName(),
                    List.of(directory.toString())))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("parent.log").toFile())
            .start();
    Path file = directory.resolve("pids");
    assertTrue(
        Await.until(LIMIT, () -> !parent.isAlive() || Files.exists(file)) && parent.isAlive(),
        "the children start");
    List<Long> pids = Files.readAllLines(file).stream().map(Long::valueOf).toList();
    assertTrue(pids.size() > 3, "broker, server, its workers and a plain program run: " + pids);

    parent.destroyForcibly().waitFor();

    Await.until(LIMIT, () -> pids.stream().noneMatch(OrphanTest::runs));
    assertEquals(List.of(), pids.stream().filter(OrphanTest::runs).toList());
  }

  /// Where nobody reaps orphans at once, a dead one stays as a zombie for a while.
  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
  }

  private static boolean isZombie(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z ");
    } catch (IOException e) {
      return true;
    }
  }
}
