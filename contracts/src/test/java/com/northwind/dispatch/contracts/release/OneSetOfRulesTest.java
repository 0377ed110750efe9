package com.northwind.dispatch.contracts.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contractrules.schema.SchemaValidator;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.envelope.SchemaRevision;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.contracts.validation.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The validator of running processes and the released JSON Schemas say the same of any event.
class OneSetOfRulesTest {
  private static final int MESSAGES_PER_TYPE = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ContractValidator validator = ContractValidator.forWriters();

  static Stream<Message> types() {
    return Topics.all().stream().flatMap(topic -> topic.types().stream());
  }

  private static SchemaValidator released(Message type) throws IOException {
    SchemaRevision revision = SchemaRevision.current(type.getDescriptorForType());
    return new SchemaValidator(
        JSON.readTree(
            Path.of("approved", revision.type(), revision.revision() + ".json").toFile()));
  }

  private static JsonNode json(Message message) throws IOException {
    try {
      return JSON.readTree(JsonFormat.printer().print(message));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("not writable: " + message, e);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void ofRandomEventsOfThisType(Message type) throws IOException {
    SchemaValidator schema = released(type);
    RandomMessages random =
        new RandomMessages(type.getDescriptorForType().getFullName().hashCode());
    int broken = 0;

    for (int i = 0; i < MESSAGES_PER_TYPE; i++) {
      Message message = random.next(type);
      List<Violation> violations = validator.violations(message);
      List<String> problems = schema.problems(json(message));

      assertEquals(
          problems.isEmpty(),
          violations.isEmpty(),
          () -> "schema: %s%nvalidator: %s%n%s".formatted(problems, violations, message));
      broken += violations.isEmpty() ? 0 : 1;
    }
    int brokenInAll = broken;
    assertTrue(
        0 < brokenInAll && brokenInAll < MESSAGES_PER_TYPE,
        () -> brokenInAll + " of the messages are broken: that says little");
  }

  @Test
  void theEnvelopeKeepsItsSchema() throws IOException {
    SchemaValidator envelope =
        new SchemaValidator(
            JSON.readTree(Path.of("src/main/resources/northwind/envelope.schema.json").toFile()));
    EventCodec codec = EventCodec.ofCatalogue();
    for (Message type : types().toList()) {
      byte[] event =
          codec.encode(
              new EventEnvelope(
                  "L-1/assigned/1",
                  "/load-planning/load-planning-1",
                  "L-1",
                  Instant.parse("2026-11-22T05:30:00.5Z"),
                  "L-1",
                  "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                  "cmd-17",
                  type));

      assertEquals(List.of(), envelope.problems(JSON.readTree(event)));
    }
  }
}
