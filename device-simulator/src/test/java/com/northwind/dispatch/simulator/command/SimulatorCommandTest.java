package com.northwind.dispatch.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

class SimulatorCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory = Path.of("");

  private int execute(String... arguments) {
    return SimulatorCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Path fleet(String json) throws IOException {
    return Files.writeString(directory.resolve("fleet.json"), json);
  }

  @Test
  void listsTheCorridors() {
    assertEquals(0, execute("corridors"));
    assertTrue(out.toString().contains("I-80 plains"), out::toString);
    assertTrue(out.toString().contains("Denver, CO"), out::toString);
  }

  @Test
  void noCommandIsWrongUse() {
    assertEquals(2, execute());
  }

  @Test
  void anUnknownOptionIsWrongUse() {
    assertEquals(2, execute("run", "--fleet", "x", "--speed", "9"));
  }

  @Test
  void aMissingFleetFileIsWrongUseAndIsNamed() {
    assertEquals(2, execute("run", "--fleet", directory.resolve("none.json").toString()));
    assertTrue(err.toString().contains("none.json"), err::toString);
  }

  @Test
  void aFleetFileThatIsNotJsonIsWrongUse() throws IOException {
    assertEquals(2, execute("run", "--fleet", fleet("drivers: none").toString()));
    assertTrue(err.toString().contains("not a fleet file"), err::toString);
  }

  @Test
  void moreUnitsThanTheFleetHasIsWrongUse() throws IOException {
    String none = fleet("{\"caCertificate\":\"ca.pem\",\"drivers\":[],\"elds\":[]}").toString();
    assertEquals(2, execute("run", "--fleet", none, "--elds", "5"));
    assertTrue(err.toString().contains("--elds 5"), err::toString);
  }

  @Test
  void aServerThatIsNotThereHasItsOwnExitCode() throws IOException {
    String one =
        fleet(
                "{\"caCertificate\":\"ca.pem\",\"drivers\":[],\"elds\":[{\"deviceId\":\"ELD-0001\","
                    + "\"imei\":\"350000000000014\",\"vehicleId\":\"T-0001\"}]}")
            .toString();
    Path report = directory.resolve("out.json");

    int code =
        execute(
            "run",
            "--fleet",
            one,
            "--eld",
            "127.0.0.1:1",
            "--connect-timeout",
            "300ms",
            "--json",
            report.toString());

    assertEquals(3, code);
    assertTrue(Files.readString(report).contains("\"exit_code\" : 3"));
    assertTrue(out.toString().contains("no ELD unit was let in"), out::toString);
  }

  @Test
  void readsDurationsAsPeopleWriteThem() {
    assertEquals(Duration.ofMillis(250), Arguments.duration("250ms"));
    assertEquals(Duration.ofSeconds(60), Arguments.duration("60s"));
    assertEquals(Duration.ofMinutes(10), Arguments.duration("10m"));
    assertEquals(Duration.ofHours(2), Arguments.duration("2h"));
    assertThrows(TypeConversionException.class, () -> Arguments.duration("fast"));
  }

  @Test
  void readsAddresses() {
    assertEquals(8443, Arguments.hostAndPort("127.0.0.1:8443").getPort());
    assertThrows(TypeConversionException.class, () -> Arguments.hostAndPort("127.0.0.1"));
    assertThrows(TypeConversionException.class, () -> Arguments.hostAndPort("127.0.0.1:99999"));
  }
}
