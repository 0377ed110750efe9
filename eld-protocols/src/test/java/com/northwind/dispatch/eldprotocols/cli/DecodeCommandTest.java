package com.northwind.dispatch.eldprotocols.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DecodeCommandTest {
  private static final String PACKET = CaptureFiles.capture("teltonika", "codec8").toHex();
  private static final String LOGIN = "000f333536333037303432343431303133";
  private static final Path VECTORS = Path.of("src/test/resources/vectors/teltonika.jsonl");

  @TempDir private Path folder = Path.of("");

  private record Run(int code, List<String> out, String err) {}

  @Test
  void printsOneJsonObjectARecord() throws InvalidProtocolBufferException {
    String hex = CaptureFiles.capture("teltonika", "codec16").toHex();

    Run run = run("decode", "--protocol", "teltonika", hex);

    assertEquals(0, run.code());
    assertEquals(2, run.out().size());
    Telemetry.Builder second = Telemetry.newBuilder();
    JsonFormat.parser().merge(run.out().getLast(), second);
    assertEquals(22.074, second.getSupplyVoltageV());
    assertEquals(0.038, second.getAnalogInputs(0).getVoltageV());
  }

  @Test
  void takesAWholeConversationInPiecesAndInEitherCase() {
    Run run =
        run("decode", "--protocol", "teltonika", LOGIN, PACKET.toUpperCase(Locale.ROOT), PACKET);

    assertEquals(0, run.code(), run.err());
    assertEquals(2, run.out().size());
    assertEquals("identity: IMEI 356307042441013", run.err().strip());
  }

  @Test
  void printsADatagram() {
    String hex = CaptureFiles.capture("teltonika", "datagram").toHex();

    Run run = run("decode", "--protocol", "teltonika", "--udp", hex);

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().getFirst().contains("\"supplyVoltageV\":23.996"), run.out().getFirst());
  }

  @Test
  void printsACommandReplyAndWhatItIsKnownToMean() {
    String scale =
        CaptureFiles.vectors("teltonika").stream()
            .filter(vector -> vector.id().equals("teltonika-828a1881637b"))
            .map(vector -> vector.steps().getLast().frame().toHex())
            .findFirst()
            .orElseThrow();

    Run run = run("decode", "--protocol", "teltonika", scale);

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().getFirst().contains("{\"name\":\"axle1T\",\"number\":6.4}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00 0g | not hexadecimal: 'g' at character 4 (byte 1)",
        "000 | not hexadecimal: byte 1 has one digit only, 3 digits were given",
        "00000000ffffffff | bad frame: LENGTH at offset 4 (byte 4 of the input): the data field length is 4294967295, expected 3 to 65536",
        "474554202f | bad frame: FOREIGN_PROTOCOL at offset 0 (byte 0 of the input): the bytes are HTTP, not a device's",
        "0000000000000036 | bad frame: TRUNCATED at offset 8 (byte 8 of the input): the connection ended after 8 bytes of a frame",
      })
  void saysWhatIsWrongWithTheBytesAndWhere(String hex, String message) {
    Run run = run("decode", "--protocol", "teltonika", hex);

    assertEquals(1, run.code());
    assertEquals(message, run.err().strip());
    assertEquals(List.of(), run.out());
  }

  @Test
  void printsWhatWasGoodBeforeABadFrameAndCountsItsPlaceFromTheStart() {
    String bad = PACKET.substring(0, PACKET.length() - 1) + "0";

    Run run = run("decode", "--protocol", "teltonika", LOGIN + PACKET + bad);

    assertEquals(1, run.code());
    assertEquals(1, run.out().size());
    assertTrue(run.err().contains("CHECKSUM at offset 62 (byte 145 of the input)"), run.err());
  }

  @Test
  void namesTheKnownProtocolsWhenItIsGivenAnother() {
    Run run = run("decode", "--protocol", "gt06", "00");

    assertEquals(1, run.code());
    assertEquals("unknown protocol 'gt06', known are: teltonika", run.err().strip());
  }

  @Test
  void asksForBytesOrAFile() {
    assertEquals(2, run("decode", "--protocol", "teltonika").code());
    assertEquals(2, run("decode", "00").code());
    assertEquals(2, run().code());
    assertEquals(0, run("decode", "--help").code());
  }

  @Test
  void passesEveryVectorAndSumsUpInTheLastLine() {
    Run run = run("decode", "--protocol", "teltonika", "--vectors", VECTORS.toString());

    assertEquals(0, run.code(), String.join("\n", run.out()));
    assertEquals("25 passed, 0 failed", run.out().getLast());
    assertEquals(25, run.out().stream().filter(line -> line.startsWith("pass ")).count());
  }

  @Test
  void saysWhichStepRecordAndFieldOfAVectorDiffers() throws IOException {
    List<String> lines = Files.readAllLines(VECTORS, StandardCharsets.UTF_8);
    String changed = lines.get(4).replace("\"battery\":4.023", "\"battery\":4.123");
    Path file = write(changed, lines.get(3), "{\"id\":", "{\"id\":\"x\"}", "");

    Run run = run("decode", "--protocol", "teltonika", "--vectors", file.toString());

    assertEquals(1, run.code());
    assertEquals(
        List.of(
            "FAIL teltonika-28fd9fd57336",
            "  step 2 record 1 battery: expected 4.123, ours 4.023",
            "pass teltonika-2134dbf3687e"),
        run.out().subList(0, 3));
    assertTrue(run.out().get(3).startsWith("FAIL line 3: not JSON: "), run.out().get(3));
    assertEquals("FAIL line 4: field 'steps' is missing", run.out().get(4));
    assertEquals("1 passed, 3 failed", run.out().getLast());
  }

  @Test
  void aCaseOfAnotherProtocolFails() throws IOException {
    String line =
        Files.readAllLines(VECTORS, StandardCharsets.UTF_8)
            .getFirst()
            .replace("\"protocol\":\"teltonika\"", "\"protocol\":\"gt06\"");

    Run run = run("decode", "--protocol", "teltonika", "--vectors", write(line).toString());

    assertEquals(1, run.code());
    assertEquals("  protocol: expected gt06, ours teltonika", run.out().get(1));
  }

  @Test
  void aFileThatIsNotThereOrEmptyFails() throws IOException {
    Run missing = run("decode", "--protocol", "teltonika", "--vectors", folder + "/none");
    Run empty = run("decode", "--protocol", "teltonika", "--vectors", write().toString());

    assertEquals(1, missing.code());
    assertTrue(missing.err().startsWith("no such file: "), missing.err());
    assertEquals(1, empty.code());
    assertEquals("0 passed, 0 failed", empty.out().getLast());
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("vectors.jsonl"), List.of(lines), StandardCharsets.UTF_8);
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = commandLine.execute(arguments);
    return new Run(code, out.toString().lines().toList(), err.toString());
  }
}
