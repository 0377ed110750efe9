package com.northwind.dispatch.eldprotocols.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.teltonika.AvlRecord;
import com.northwind.dispatch.eldprotocols.teltonika.IoElement;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaProtocol;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaTelemetry;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The comparison can fail: it finds every single value of the file that is changed.
class TeltonikaMappingTest {
  private static final Set<String> MEANS_NOTHING_WITHOUT_A_FIX =
      Set.of("lat", "lon", "altitude", "speedKnots", "course", "valid", "fixTime");

  private final VectorCheck check =
      new VectorCheck(
          new TeltonikaProtocol(), new TeltonikaMapping(), TeltonikaEncoder::withRightChecksum);

  static List<VectorCase> casesWithRecords() {
    return CaptureFiles.vectors("teltonika").stream()
        .filter(vector -> !vector.steps().getLast().records().isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("casesWithRecords")
  void findsEveryAttributeThatIsChanged(VectorCase vector) {
    ObjectNode attributes =
        (ObjectNode) vector.steps().getLast().records().getFirst().path("attributes");
    for (String name : names(attributes)) {
      JsonNode original = attributes.get(name);
      attributes.set(name, changed(original));

      Findings findings = check.check(vector);

      assertEquals(1, findings.differences().size(), name + ": " + findings.differences());
      assertTrue(findings.differences().getFirst().contains(" " + name + ": "), name);
      attributes.set(name, original);
    }
    assertEquals(List.of(), check.check(vector).differences());
  }

  @ParameterizedTest
  @MethodSource("casesWithRecords")
  void findsEveryFieldOfTheRecordThatIsChanged(VectorCase vector) {
    ObjectNode record = (ObjectNode) vector.steps().getLast().records().getLast();
    boolean hasFix = !record.path("noFix").asBoolean();
    for (String name : names(record)) {
      JsonNode original = record.get(name);
      boolean compared = hasFix || !MEANS_NOTHING_WITHOUT_A_FIX.contains(name);
      if (original.isValueNode() && !original.isNull() && compared && !name.equals("noFix")) {
        record.set(name, changed(original));

        assertFalse(check.check(vector).differences().isEmpty(), name);
        record.set(name, original);
      }
    }
    assertEquals(List.of(), check.check(vector).differences());
  }

  @Test
  void findsAnAttributeThatWeHaveNothingFor() {
    changeFirstRecord(
        (vector, record) -> {
          ((ObjectNode) record.path("attributes")).put("cargoTemperature", 4.5);

          assertEquals(
              List.of(
                  "step 2 record 1 cargoTemperature: expected 4.5, ours no field or parameter for an"
                      + " attribute of this name"),
              check.check(vector).differences());
        });
  }

  @Test
  void findsEveryNumberedElementOfEveryWidthWhateverItBecameHere() {
    TeltonikaMapping mapping = new TeltonikaMapping();
    Random random = new Random(7);
    for (int id = 1; id <= 12_000; id++) {
      for (int width = 1; width <= 8; width *= 2) {
        long value = random.nextLong() >>> Math.max(1, 64 - 8 * width + random.nextInt(7));
        AvlRecord record =
            new AvlRecord(
                Instant.EPOCH,
                0,
                new AvlRecord.Gnss(1, 1, 1, 1, 1, 1),
                0,
                OptionalInt.empty(),
                List.of(new IoElement.Fixed(id, width, value)));
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        ObjectNode attributes = expected.putObject("attributes");
        attributes.put("io" + id, value);

        Findings same = mapping.compare(expected, TeltonikaTelemetry.of(record));
        attributes.put("io" + id, value ^ 1);
        Findings other = mapping.compare(expected, TeltonikaTelemetry.of(record));

        assertFalse(mentions(same, "io" + id), width + " bytes: " + same.differences());
        boolean isExactInDouble = value < 1L << 52;
        assertTrue(mentions(other, "io" + id) || !isExactInDouble, width + " bytes of io" + id);
      }
    }
  }

  private static boolean mentions(Findings findings, String name) {
    return findings.differences().stream().anyMatch(line -> line.startsWith(name + ": "));
  }

  @Test
  void findsARecordTooMany() {
    VectorCase vector = casesWithRecords().getFirst();
    VectorCase.Step last = vector.steps().getLast();
    List<JsonNode> twice = new ArrayList<>(last.records());
    twice.addAll(last.records());

    VectorCase changed =
        with(
            vector,
            new VectorCase.Step(last.frame(), last.wire(), last.identities(), twice, last.acks()));

    assertEquals(
        List.of("step 2 count of records: expected 2, ours 1"), check.check(changed).differences());
  }

  @Test
  void findsAnotherAcknowledgementAndAnotherIdentity() {
    VectorCase vector = casesWithRecords().getFirst();
    VectorCase.Step login = vector.steps().getFirst();
    VectorCase changed =
        new VectorCase(
            vector.id(),
            vector.protocol(),
            vector.transports(),
            List.of(
                new VectorCase.Step(
                    login.frame(),
                    login.wire(),
                    Optional.of(List.of("999999999999999")),
                    login.records(),
                    Optional.of(List.of())),
                vector.steps().getLast()));

    assertEquals(
        List.of(
            "step 1 identity: expected [999999999999999], ours [123456789012345]",
            "step 1 ack: expected [], ours [01]"),
        check.check(changed).differences());
  }

  @Test
  void findsAFrameThatIsRejected() {
    VectorCase vector =
        casesWithRecords().stream()
            .filter(each -> each.id().equals("teltonika-e6cf0c04f5b3"))
            .findFirst()
            .orElseThrow();
    VectorCase.Step last = vector.steps().getLast();
    byte[] bytes = last.frame().toArray();
    bytes[9] = 2;
    var broken = TeltonikaEncoder.withRightChecksum(WireBytes.of(bytes));

    Findings findings =
        check.check(
            with(
                vector,
                new VectorCase.Step(
                    broken, Optional.of(broken), Optional.empty(), last.records(), last.acks())));

    assertTrue(
        findings.differences().getFirst().contains("rejected at offset 50"),
        findings.differences().toString());
  }

  private void changeFirstRecord(BiConsumer<VectorCase, ObjectNode> change) {
    VectorCase vector =
        CaptureFiles.vectors("teltonika").stream()
            .filter(each -> each.id().equals("teltonika-e6cf0c04f5b3"))
            .findFirst()
            .orElseThrow();
    change.accept(vector, (ObjectNode) vector.steps().getLast().records().getFirst());
  }

  private static VectorCase with(VectorCase vector, VectorCase.Step last) {
    List<VectorCase.Step> steps = new ArrayList<>(vector.steps());
    steps.set(steps.size() - 1, last);
    return new VectorCase(vector.id(), vector.protocol(), vector.transports(), steps);
  }

  private static List<String> names(ObjectNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode changed(JsonNode original) {
    var make = JsonNodeFactory.instance;
    if (original.isBoolean()) {
      return make.booleanNode(!original.asBoolean());
    }
    if (original.isIntegralNumber()) {
      return make.numberNode(original.asLong() + 1);
    }
    if (original.isNumber()) {
      return make.numberNode(original.asDouble() + 0.02);
    }
    return original.asText().endsWith("Z")
        ? make.textNode("2001-01-01T00:00:00.000Z")
        : make.textNode(original.asText() + "1");
  }
}
