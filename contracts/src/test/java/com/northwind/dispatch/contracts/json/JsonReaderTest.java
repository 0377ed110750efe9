package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static JsonReader reader(byte[] json) {
    return new JsonReader(json, 0, json.length, 10);
  }

  private static JsonReader reader(String json) {
    return reader(json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] inQuotes(byte[] text) {
    byte[] json = new byte[text.length + 2];
    json[0] = '"';
    System.arraycopy(text, 0, json, 1, text.length);
    json[json.length - 1] = '"';
    return json;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf41",
        "c080",
        "c1bf",
        "c3",
        "c328",
        "e080af",
        "e28228",
        "e282",
        "eda080",
        "edbfbf",
        "f0808080",
        "f08fbfbf",
        "f09f9a",
        "f09f9a28",
        "f4908080",
        "f5808080",
        "ff",
        "fe"
      })
  void refusesBytesThatAreNotUtf8(String hex) {
    byte[] json = inQuotes(HexFormat.of().parseHex(hex));

    assertThrows(JsonReadException.class, () -> reader(json).readText());
    assertThrows(JsonReadException.class, () -> reader(json).skipValue());
  }

  @Test
  void takesTheUtf8ThatTheJdkTakes() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200_000; i++) {
      byte[] text = new byte[random.nextInt(1, 5)];
      for (int n = 0; n < text.length; n++) {
        // Lead and continuation bytes, mostly.
        text[n] = (byte) (n == 0 ? random.nextInt(0xc0, 0xf8) : random.nextInt(0x78, 0xc8));
      }

      assertEquals(decode(text), read(text), () -> HexFormat.of().formatHex(text));
    }
  }

  private static String decode(byte[] text) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException _) {
      return "refused";
    }
  }

  private static String read(byte[] text) {
    try {
      return reader(inQuotes(text)).readText();
    } catch (JsonReadException _) {
      return "refused";
    }
  }

  @Test
  void undoesEveryEscape() throws Exception {
    String json = "\"é\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\ud83d\\ude9aé\"";

    assertEquals("é\"\\/\b\f\n\r\té€\ud83d\ude9aé", reader(json).readText());
  }

  @Test
  void readsOnlyItsRange() throws Exception {
    byte[] bytes = "99{\"a\":12}99".getBytes(StandardCharsets.US_ASCII);
    JsonReader in = new JsonReader(bytes, 2, 10, 1);

    in.skipValue();
    in.requireEnd();

    assertEquals(10, in.position());
    assertThrows(JsonReadException.class, () -> new JsonReader(bytes, 2, 9, 1).skipValue());
    assertThrows(IndexOutOfBoundsException.class, () -> new JsonReader(bytes, 2, 13, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> new JsonReader(bytes, 3, 2, 1));
  }

  @Test
  void aNumberAtTheEndOfTheRangeEndsThere() throws Exception {
    byte[] bytes = "12.345".getBytes(StandardCharsets.US_ASCII);

    assertEquals(12.3, new JsonReader(bytes, 0, 4, 1).readDouble());
    assertEquals(12, new JsonReader(bytes, 0, 2, 1).readUnsigned());
  }

  @Test
  void findsMembersByTheirNames() throws Exception {
    NameTable names = new NameTable(Map.of("a", 1, "bc", 2));
    JsonReader in = reader("{\"x\":[{}],\"bc\":7,\"\\u0061\":8}");

    in.beginObject();

    assertEquals(NameTable.UNKNOWN, in.nextMember(names));
    in.skipValue();
    assertEquals(2, in.nextMember(names));
    assertEquals(7, in.readUnsigned());
    assertEquals(1, in.nextMember(names));
    assertEquals("8", in.readText());
    assertEquals(JsonReader.END, in.nextMember(names));
  }

  @Test
  void readsAPlainTimeOrStaysWhereItIs() throws Exception {
    JsonReader in = reader("[\"2026-11-22T05:30:00.25+01:00\",\"tomorrow\"]");

    in.beginArray();
    in.nextElement();
    assertEquals(Instant.parse("2026-11-22T04:30:00.250Z"), in.readPlainTime());
    in.nextElement();
    assertNull(in.readPlainTime());

    assertEquals("tomorrow", in.readTextOrNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"a\":{}}", "[1,[2]]"})
  void whatIsNoTextIsPassedOver(String json) throws Exception {
    JsonReader in = reader(json);

    assertNull(in.readTextOrNull());
    in.requireEnd();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nul",
        "nulL",
        "+1",
        ".5",
        "1.e5",
        "01",
        "-01",
        "--1",
        "1e",
        "1.2.3",
        "[1,,2]",
        "[",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{1:2}",
        "{\"a\":1,}",
        "[1 2]",
        "]",
        "}",
        "\"",
        "\"\\\"",
        "\"\\u00\"",
        "\u00a01",
        "\ufeff1",
        "1 2",
        "truefalse"
      })
  void refusesWhatIsNotJson(String json) {
    JsonReader in = reader(json);

    assertThrows(
        JsonReadException.class,
        () -> {
          in.skipValue();
          in.requireEnd();
        });
  }

  @Test
  void tenThousandLevelsEndInARefusal() {
    assertThrows(JsonReadException.class, () -> reader("[".repeat(10_000)).skipValue());
    assertThrows(JsonReadException.class, () -> reader("{\"a\":".repeat(10_000)).skipValue());
  }
}
