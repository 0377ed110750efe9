package com.northwind.dispatch.localstack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void outputGoesToTheLogAndTheExitCodeIsKept() throws Exception {
    ChildProcess child = start("echo \"$COLOUR\"; echo problem >&2; exit 7");

    assertEquals(7, child.onExit().get());
    assertEquals(List.of("green", "problem"), Files.readAllLines(log()));
  }

  @Test
  void aProcessThatIgnoresTheStopSignalIsKilled() {
    ChildProcess child = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
    Await.until(LIMIT, () -> logged("ready"));

    assertFalse(child.stop(Duration.ofMillis(300)));
    assertFalse(child.isAlive());
  }

  @Test
  void aProcessMayTakeItsTimeToEnd() {
    ChildProcess child =
        start("trap 'echo tidy; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
    Await.until(LIMIT, () -> logged("ready"));

    assertTrue(child.stop(LIMIT));
    assertTrue(logged("tidy"));
  }

  @Test
  void theProcessIdIsTheProgramsOwn() {
    ChildProcess child = start("echo $$; exec sleep 600");
    Await.until(LIMIT, () -> logged(Long.toString(child.pid())));

    assertTrue(logged(Long.toString(child.pid())));
    child.kill();
  }

  @Test
  void aProgramWhoseParentIsGoneAlreadyNeverStarts() throws Exception {
    ChildCommand command = command("echo started");
    List<String> line = Lifeline.ofThisMachine().commandLine(command, 1);

    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();

    assertEquals(0, process.getInputStream().readAllBytes().length);
    assertEquals(137, process.waitFor());
  }

  @Test
  void withoutSetprivPeopleAreTold() {
    Lifeline bare = new Lifeline(Optional.empty(), Optional.empty());

    assertTrue(bare.warning().orElseThrow().contains("util-linux"));
    assertEquals("sh", bare.commandLine(command("true"), 1).getFirst());
  }

  @Test
  void aCommandWithoutAProgramIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ChildCommand.of("nothing", List.of(), Map.of(), log()));
  }

  private ChildProcess start(String script) {
    return ChildProcess.start(command(script));
  }

  private ChildCommand command(String script) {
    return ChildCommand.of("script", List.of("sh", "-c", script), Map.of("COLOUR", "green"), log());
  }

  private Path log() {
    return directory.resolve("script.log");
  }

  private boolean logged(String line) {
    try {
      return Files.exists(log()) && Files.readAllLines(log()).contains(line);
    } catch (IOException e) {
      return false;
    }
  }
}
