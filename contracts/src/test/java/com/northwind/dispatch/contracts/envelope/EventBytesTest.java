package com.northwind.dispatch.contracts.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bytes of an event, written and read without anything in between.
class EventBytesTest {
  private static final Telemetry TELEMETRY =
      Telemetry.newBuilder()
          .setDeviceId("ELD-<é>")
          .setOdometerKm(12.5)
          .setPosition(Position.newBuilder().setLatitudeDeg(41.9).setValid(true))
          .build();

  private final EventCodec codec = EventCodec.ofCatalogue();

  private static EventEnvelope event(Message data) {
    return new EventEnvelope(
        "ELD-1/<17>=",
        "/gateway/gw-1",
        "T-1",
        Instant.parse("2026-11-22T05:30:00.123456789Z"),
        "T-1",
        null,
        data);
  }

  private DecodeResult decode(String json) {
    return codec.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  private Message dataOf(String json) {
    return assertInstanceOf(DecodeResult.Read.class, decode(json)).event().data();
  }

  private String problemOf(String json) {
    return assertInstanceOf(DecodeResult.Unreadable.class, decode(json)).problem();
  }

  @Test
  void anEventOfTelemetryIsReadBackAsItWas() {
    DecodeResult.Read read =
        assertInstanceOf(DecodeResult.Read.class, codec.decode(codec.encode(event(TELEMETRY))));

    assertEquals(TELEMETRY, read.event().data());
    assertEquals("ELD-1/<17>=", read.event().id());
    assertEquals(Instant.parse("2026-11-22T05:30:00.123456Z"), read.event().time());
  }

  @Test
  void attributesAreGreppableWhateverTheyHold() {
    String json = new String(codec.encode(event(TELEMETRY)), StandardCharsets.UTF_8);

    assertTrue(json.startsWith("{\"specversion\":\"1.0\",\"id\":\"ELD-1/<17>=\","), json);
    assertTrue(json.contains("\"time\":\"2026-11-22T05:30:00.123456Z\""), json);
    assertTrue(json.contains("\"deviceId\":\"ELD-\\u003cé\\u003e\""), json);
  }

  @Test
  void eventsAreWrittenOneBehindTheOtherIntoABufferOfTheCaller() {
    JsonBytes buffer = new JsonBytes(16);
    codec.encode(event(TELEMETRY), buffer);
    codec.encode(event(Telemetry.getDefaultInstance()), buffer);

    String both = new String(buffer.toByteArray(), StandardCharsets.UTF_8);

    assertEquals(
        new String(codec.encode(event(TELEMETRY)), StandardCharsets.UTF_8)
            + new String(
                codec.encode(event(Telemetry.getDefaultInstance())), StandardCharsets.UTF_8),
        both);
  }

  @Test
  void aTimeWithoutAnRfc3339FormIsNotWritten() {
    EventEnvelope farAway = new EventEnvelope("1", "/x", "x", Instant.MAX, "x", null, TELEMETRY);

    assertThrows(IllegalArgumentException.class, () -> codec.encode(farAway));
    assertEquals(
        new DecodeResult.Read(
            new EventEnvelope("1", "/x", "x", Instant.EPOCH, "x", null, TELEMETRY)),
        codec.decode(
            codec.encode(new EventEnvelope("1", "/x", "x", Instant.EPOCH, "x", null, TELEMETRY))));
  }

  private static final String HEAD =
      "\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"time\":\"2026-11-22T05:30:00Z\"";
  private static final String TYPE = "\"type\":\"northwind.eld.v1.Telemetry\"";

  @Test
  void attributesMayComeInAnyOrder() {
    List<String> orders =
        List.of(
            "{" + HEAD + "," + TYPE + ",\"data\":{\"deviceId\":\"a\"}}",
            "{\"data\":{\"deviceId\":\"a\"}," + TYPE + "," + HEAD + "}",
            "{\"data\":{\"deviceId\":\"a\"}," + HEAD + ",\"type\":\"x\"," + TYPE + "}",
            "{"
                + TYPE
                + ",\"data\":{\"deviceId\":\"b\"},\"data\":{\"deviceId\":\"a\"},"
                + HEAD
                + "}",
            "{\"type\":\"x\",\"data\":{\"deviceId\":\"a\"}," + TYPE + "," + HEAD + "}",
            "\ufeff{" + HEAD + "," + TYPE + ", \"data\" : {\"deviceId\":\"a\"} } \n");
    for (String json : orders) {
      assertEquals(Telemetry.newBuilder().setDeviceId("a").build(), dataOf(json), json);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"position\":{\"hdop\":\"x\"}}} | data is not a northwind.eld.v1.Telemetry: /data/position/hdop: not a number",
        "{\"ignition\":1},\"x\":}         | the record is not JSON: neither a value",
        "{\"ignition\":1]                 | the record is not JSON",
        "{\"ignition\":tru}}              | the record is not JSON: /data/ignition: unknown word",
        "{}} {}                           | the record is not JSON: something follows the value",
        "[{}]}                            | attribute 'data' is missing",
        "null}                            | attribute 'data' is missing",
        "{},\"time\":\"tomorrow\"}        | attribute 'time' is not an RFC 3339 time: tomorrow",
        "{},\"time\":7}                   | attribute 'time' is not an RFC 3339 time: 7",
        "{},\"time\":null}                | attribute 'time' is missing",
        "{},\"id\":\"\"}                  | event attribute 'id' is empty",
      })
  void saysWhereAnEventBreaks(String rest, String problem) {
    String json = "{" + HEAD + "," + TYPE + ",\"data\":" + rest;

    assertTrue(problemOf(json).startsWith(problem), problemOf(json));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T05:30:00+05:30, 2026-11-22T00:00:00Z",
    "2026-11-22T05:30Z, 2026-11-22T05:30:00Z",
    "2026-11-22t05:30:00.5z, 2026-11-22T05:30:00.500Z",
  })
  void timesOfOtherFormsAreRead(String time, Instant expected) {
    String json = "{" + HEAD + "," + TYPE + ",\"data\":{},\"time\":\"" + time + "\"}";

    assertEquals(expected, assertInstanceOf(DecodeResult.Read.class, decode(json)).event().time());
  }
}
