package com.northwind.dispatch.contracts.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.routing.v1.RevokeReason;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCodecTest {
  private final EventCodec codec = EventCodec.ofCatalogue();

  private static EventEnvelope revoked(String detail) {
    RouteRevoked data =
        RouteRevoked.newBuilder()
            .setLoadId("L-1")
            .setSequenceNo(2)
            .setRevokedSequenceNo(1)
            .setReason(RevokeReason.REVOKE_REASON_BREAKDOWN)
            .setDetail(detail)
            .setDecidedTime(Timestamps.fromMillis(1_700_000_000_123L))
            .build();
    return new EventEnvelope(
        "L-1/route/2",
        "/routing",
        "L-1",
        Instant.parse("2026-11-22T05:30:00.123456Z"),
        "L-1",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "cmd-17",
        data);
  }

  @Test
  void readsBackEveryAttributeItWrote() {
    EventEnvelope event = revoked("Tire \"blown\" at café \\ exit 14\n");

    DecodeResult result = codec.decode(codec.encode(event));

    assertEquals(new DecodeResult.Read(event), result);
  }

  @Test
  void writesOneGreppableLineOfCloudEventsJson() {
    String json = new String(codec.encode(revoked("flat tire")), StandardCharsets.UTF_8);

    assertEquals(
        "{\"specversion\":\"1.0\",\"id\":\"L-1/route/2\",\"source\":\"/routing\","
            + "\"type\":\"northwind.routing.v1.RouteRevoked\",\"subject\":\"L-1\","
            + "\"time\":\"2026-11-22T05:30:00.123456Z\",\"datacontenttype\":\"application/json\","
            + "\"dataschema\":\"urn:northwind:schema:northwind.routing.v1.RouteRevoked:1\","
            + "\"partitionkey\":\"L-1\","
            + "\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\",\"causationid\":\"cmd-17\","
            + "\"data\":{\"loadId\":\"L-1\",\"sequenceNo\":2,\"revokedSequenceNo\":1,"
            + "\"reason\":\"REVOKE_REASON_BREAKDOWN\",\"detail\":\"flat tire\","
            + "\"decidedTime\":\"2023-11-14T22:13:20.123Z\"}}",
        json);
  }

  @Test
  void passesOverAttributesAndFieldsItDoesNotKnow() {
    String json =
        new String(codec.encode(revoked("flat tire")), StandardCharsets.UTF_8)
            .replace("\"data\":{", "\"newer\":{\"a\":[1,{}]},\"data\":{\"newField\":[{\"x\":1}],");

    DecodeResult.Read read =
        assertInstanceOf(
            DecodeResult.Read.class, codec.decode(json.getBytes(StandardCharsets.UTF_8)));

    assertEquals(revoked("flat tire").data(), read.event().data());
  }

  @Test
  void namesATypeItDoesNotKnow() {
    String json =
        "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"/x\",\"type\":\"x.v9.New\","
            + "\"time\":\"2026-11-22T05:30:00Z\",\"data\":{}}";

    assertEquals(
        new DecodeResult.UnknownType("7", "x.v9.New"),
        codec.decode(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsAnOlderVersionAsTheNewest() {
    String json =
        """
        {"specversion":"1.0","id":"7","source":"/x","type":"northwind.planning.v1.LoadCancelled",
         "subject":"L-1","time":"2026-11-22T05:30:00Z","data":{"loadId":"L-1","reason":"moved"}}
        """;

    DecodeResult.Read read =
        assertInstanceOf(
            DecodeResult.Read.class, codec.decode(json.getBytes(StandardCharsets.UTF_8)));

    assertEquals("northwind.planning.v2.LoadCancelled", read.event().type());
  }

  @Test
  void namesANewerVersionThanItKnowsApartFromATypeItDoesNotKnow() {
    String json =
        """
        {"specversion":"1.0","id":"7","source":"/x","type":"northwind.planning.v3.LoadCancelled",
         "time":"2026-11-22T05:30:00Z","data":{}}
        """;

    assertEquals(
        new DecodeResult.NewerVersion(
            "7", "northwind.planning.v3.LoadCancelled", "northwind.planning.v2.LoadCancelled"),
        codec.decode(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsARevisionItDoesNotKnowOfATypeItKnows() {
    String json =
        new String(codec.encode(revoked("flat tire")), StandardCharsets.UTF_8)
            .replace("RouteRevoked:1", "RouteRevoked:99");

    assertInstanceOf(DecodeResult.Read.class, codec.decode(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void seesWhatARecordSaysOfItselfAsFarAsItCanBeRead() {
    byte[] broken =
        "{\"id\":\"7\",\"type\":\"x.v1.Y\",\"data\":{\"a\":[1,{}]},\"dataschema\":\"urn:x:2\",\"time\":"
            .getBytes(StandardCharsets.UTF_8);

    assertEquals(
        new EventAttributes(Optional.of("7"), Optional.of("x.v1.Y"), Optional.of("urn:x:2")),
        EventAttributes.peek(broken));
    assertEquals(
        new EventAttributes(Optional.empty(), Optional.empty(), Optional.empty()),
        EventAttributes.peek(new byte[] {(byte) 0xff, 0, 1}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello                              | the record is not JSON",
        "`[1]`                              | not a JSON object",
        "`{\"specversion\":\"1.0\",`        | the record is not JSON",
        "{}                                 | 'specversion' is null",
        "`{\"specversion\":\"0.3\"}`        | 'specversion' is 0.3",
        "`{\"specversion\":\"1.0\"}`        | 'id' is missing",
        "`{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"time\":\"2026-11-22T05:30:00Z\",\"data\":{}}` | 'type' is missing",
      })
  void saysWhatIsWrongWithBytesThatBreakTheContract(String bytes, String expected) {
    DecodeResult.Unreadable unreadable =
        assertInstanceOf(
            DecodeResult.Unreadable.class, codec.decode(bytes.getBytes(StandardCharsets.UTF_8)));

    assertTrue(unreadable.problem().contains(expected), unreadable.problem());
  }

  @Test
  void refusesEndlessNestingWithoutFailing() {
    String json = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);

    assertInstanceOf(
        DecodeResult.Unreadable.class, codec.decode(json.getBytes(StandardCharsets.UTF_8)));
  }
}
