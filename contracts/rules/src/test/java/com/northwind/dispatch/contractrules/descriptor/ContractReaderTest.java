package com.northwind.dispatch.contractrules.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.Fixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractReaderTest {
  private static final Contracts CONTRACTS = Fixture.depot().contracts();
  private static final EventType PASSED = Fixture.event(CONTRACTS, "northwind.depot.v1.GatePassed");

  @Test
  void anEventKnowsTopicKeyAndWhatItReplaces() {
    EventType newer = Fixture.event(CONTRACTS, "northwind.depot.v2.GateState");

    assertEquals(Optional.of("northwind.depot.v1.GateState"), newer.replaces());
    assertEquals("gate_id", newer.key());
    assertEquals("depot.states", CONTRACTS.topicOf(newer).orElseThrow().name());
    assertEquals(Optional.empty(), PASSED.replaces());
  }

  @Test
  void aTopicKnowsWhoWritesAndReads() {
    Topic gates = CONTRACTS.topic("depot.gates").orElseThrow();

    assertEquals(List.of("gatehouse"), gates.writtenBy());
    assertEquals(List.of("yard", "billing"), gates.readBy());
    assertEquals("gate", gates.key());
    assertEquals(14, gates.retentionDays());
    assertTrue(CONTRACTS.topic("depot.states").orElseThrow().isCompacted());
    assertEquals("What happens at gates.", gates.comment());
  }

  @Test
  void aFieldKnowsRuleCommentAndPlace() {
    Field weight = PASSED.message().field("weight_kg").orElseThrow();

    assertEquals("weightKg", weight.jsonName());
    assertEquals("Its weight, kilograms.", weight.comment());
    assertEquals("kg", weight.rule().unit());
    assertEquals(OptionalDouble.of(0), weight.rule().min());
    assertEquals(OptionalDouble.of(60000.5), weight.rule().max());
    assertEquals(Field.Shape.EXPLICIT, weight.shape());
    assertEquals("northwind/depot/v1/gates.proto", weight.place().file());
    assertTrue(weight.place().line() > 1);
  }

  @ParameterizedTest
  @CsvSource({
    "gate_id, IMPLICIT, text",
    "way, IMPLICIT, Way",
    "passed_time, EXPLICIT, time",
    "axles, IMPLICIT, integer",
    "open, IMPLICIT, true or false",
    "seals, REPEATED, Seal",
    "notes, MAP, text",
    "transponder, EXPLICIT, 'bytes, base64'",
    "waited, EXPLICIT, duration",
    "scale_v, IMPLICIT, number"
  })
  void aFieldKnowsShapeAndType(String name, Field.Shape shape, String type) {
    Field field = PASSED.message().field(name).orElseThrow();

    assertEquals(shape, field.shape());
    assertEquals(type, field.type().word());
  }

  @Test
  void onlyMembersOfARealOneofAreMembers() {
    assertEquals(
        List.of("card", "transponder", "guard"),
        PASSED.message().fields().stream()
            .filter(field -> field.oneof().isPresent())
            .map(Field::name)
            .toList());
  }

  @Test
  void whatAnEventReachesIsFoundOnceThoughItRefersToItself() {
    assertEquals(
        Set.of("northwind.depot.v1.Way", "northwind.depot.v1.Seal", "northwind.depot.v1.Guard"),
        CONTRACTS.reachedFrom(PASSED.message()));
  }

  @Test
  void linesOfACommentAreJoined() {
    assertEquals("A lorry passed a gate. It is weighed on its way.", PASSED.message().comment());
  }

  @Test
  void bytesThatAreNoDescriptorSetAreRefused() {
    assertThrows(
        UnreadableContractsException.class,
        () -> ContractReader.read("hello, gate".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aSetWithoutTheOptionsIsRefused() {
    var e =
        assertThrows(UnreadableContractsException.class, () -> ContractReader.read(new byte[0]));

    assertTrue(String.valueOf(e.getMessage()).contains("does not define the option"));
  }

  @Test
  void aSetWithoutAnImportIsRefused() {
    byte[] set = Fixture.depot().withoutFile("google/protobuf/timestamp.proto").bytes();

    var e = assertThrows(UnreadableContractsException.class, () -> ContractReader.read(set));

    assertTrue(String.valueOf(e.getMessage()).contains("lacks google/protobuf/timestamp.proto"));
  }

  @Test
  void aFileThatIsNotThereIsRefusedWithTheCommandThatMakesIt() {
    var e =
        assertThrows(
            UnreadableContractsException.class, () -> ContractReader.read(Path.of("no-such.desc")));

    assertEquals(
        "there is no no-such.desc: `./northwind verify -pl contracts -am` makes it",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"Way, WAY", "DeadLetterReason, DEAD_LETTER_REASON", "HTTPMethod, HTTP_METHOD"})
  void constantsBeginWithTheNameOfTheirEnum(String type, String prefix) {
    assertEquals(prefix, Names.constantPrefix(type));
  }
}
