package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.json.JsonReadException.Failure;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataJsonsTest {
  private static final int MESSAGES = 200;

  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();

  static Stream<Named<Message>> everyType() {
    return Topics.all().stream()
        .map(Topic::types)
        .flatMap(Collection::stream)
        .map(type -> Named.of(type.getDescriptorForType().getFullName(), type));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyTypeIsWrittenAsJsonFormatWritesItAndReadAsItReads(Message type) throws Exception {
    WildMessages wild = new WildMessages(new SplittableRandom(3));
    DataJson<?> json = DataJsons.of(type);
    for (int i = 0; i < MESSAGES; i++) {
      Message message = wild.next(type);
      JsonBytes out = new JsonBytes(64);

      json.writeAny(message, out);

      String text = new String(out.toByteArray(), StandardCharsets.UTF_8);
      assertEquals(printer.print(message), text);
      Message.Builder expected = type.newBuilderForType();
      parser.merge(text, expected);
      assertEquals(
          BothWays.withoutMinusZero(expected.build()),
          BothWays.withoutMinusZero(json.read(new JsonReader(out.bytes, 0, out.size, 100))));
    }
  }

  @Test
  void telemetryHasAWayOfItsOwn() {
    assertInstanceOf(TelemetryJson.class, DataJsons.of(Telemetry.getDefaultInstance()));
  }

  @Test
  void aTypeWithoutAWayOfItsOwnIsHeldToTheGrammarOfJson() {
    DataJson<?> json = DataJsons.of(RouteRevoked.getDefaultInstance());

    assertEquals(Failure.NOT_JSON, failure(json, "{'loadId':1}"));
    assertEquals(Failure.DOES_NOT_FIT, failure(json, "{\"loadId\":{}}"));
  }

  private static Failure failure(DataJson<?> json, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return assertThrows(
            JsonReadException.class, () -> json.read(new JsonReader(bytes, 0, bytes.length, 100)))
        .failure();
  }
}
