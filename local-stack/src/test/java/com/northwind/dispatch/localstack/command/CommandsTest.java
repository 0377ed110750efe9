package com.northwind.dispatch.localstack.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  @TempDir Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whatNeedsTheSystemSaysThatItIsNotUp() {
    assertEquals(1, run("status"));
    assertEquals(0, run("down"));
    assertEquals(1, run("topic", "eld.telemetry"));
    assertTrue(out.toString().contains("./northwind up"));
    assertTrue(err.toString().contains("./northwind up"));
  }

  @Test
  void anUnknownTopicIsAnsweredWithThoseThereAre() {
    assertEquals(2, run("topic", "eld.telemetri"));
    assertTrue(err.toString().contains("eld.telemetry"));
  }

  @Test
  void logsAreNamedAndPrinted() throws Exception {
    Path logs = Files.createDirectories(root.resolve(".northwind/logs"));
    Files.writeString(logs.resolve("gateway.log"), "one\ntwo\nthree\n");

    assertEquals(0, run("logs"));
    assertEquals(0, run("logs", "gateway", "-n", "2"));
    assertEquals(1, run("logs", "gatewy"));

    assertEquals("Logs: gateway\ntwo\nthree\n", out.toString());
    assertTrue(err.toString().contains("Logs: gateway"));
  }

  @Test
  void aDemoThatMakesNoSenseIsRefusedBeforeAnythingStarts() {
    assertEquals(1, run("demo", "--duration", "soon"));
    assertEquals(1, run("demo", "--tablets", "0"));

    assertTrue(err.toString().contains("not a length of time"));
    assertTrue(err.toString().contains("--tablets must be between"));
  }

  @Test
  void aModuleThatIsNotBuiltEndsTheStartWithItsName() {
    assertEquals(1, run("run"));
    assertTrue(err.toString().contains("is not built"));
  }

  private int run(String command, String... arguments) {
    String[] line = new String[arguments.length + 3];
    line[0] = command;
    line[1] = "--root";
    line[2] = root.toString();
    System.arraycopy(arguments, 0, line, 3, arguments.length);
    return Commands.line(new PrintWriter(out, true), new PrintWriter(err, true)).execute(line);
  }
}
