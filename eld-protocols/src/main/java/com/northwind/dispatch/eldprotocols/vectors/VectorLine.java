package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one line of a vector file comes to.
public sealed interface VectorLine {
  /// A case.
  record Case(VectorCase vector) implements VectorLine {}

  /// Not a case.
  ///
  /// @param problem what is wrong, in one sentence
  record Broken(String problem) implements VectorLine {}

  /// Reads one line. Never throws for what it holds.
  static VectorLine read(String line) {
    try {
      JsonNode json = new ObjectMapper().readTree(line);
      List<VectorCase.Step> steps = new ArrayList<>();
      for (JsonNode step : required(json, "steps")) {
        steps.add(step(step));
      }
      if (steps.isEmpty()) {
        return new Broken("field 'steps' is empty");
      }
      Set<String> transports = new HashSet<>(texts(required(json, "transport")));
      String id = required(json, "id").asText();
      String protocol = required(json, "protocol").asText();
      return new Case(new VectorCase(id, protocol, transports, steps));
    } catch (JsonProcessingException e) {
      return new Broken("not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return new Broken(String.valueOf(e.getMessage()));
    }
  }

  private static VectorCase.Step step(JsonNode json) {
    List<JsonNode> records = new ArrayList<>();
    required(json, "expected").forEach(records::add);
    JsonNode wire = json.path("wireTcp");
    JsonNode identities = json.path("identity");
    return new VectorCase.Step(
        WireBytes.ofHex(required(json, "frame").asText()),
        wire.isTextual() ? Optional.of(WireBytes.ofHex(wire.asText())) : Optional.empty(),
        identities.isArray() ? Optional.of(texts(identities)) : Optional.empty(),
        records,
        acks(json));
  }

  private static Optional<List<WireBytes>> acks(JsonNode json) {
    JsonNode acks = json.path("ack");
    return acks.isArray() && !json.path("ackTimeDependent").asBoolean(false)
        ? Optional.of(texts(acks).stream().map(WireBytes::ofHex).toList())
        : Optional.empty();
  }

  private static JsonNode required(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null) {
      throw new IllegalArgumentException("field '" + field + "' is missing");
    }
    return value;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
