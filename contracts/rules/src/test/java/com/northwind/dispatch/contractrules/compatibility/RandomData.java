package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Makes data as a producer by a schema of [RandomSchemas] would: names that are listed and no
/// others, values at the ends of their ranges more often than not. It may miss a limit that two
/// keywords set together; whoever uses it checks.
final class RandomData {
  private static final int DEEPEST = 8;

  private final JsonNode root;
  private final Random random;
  private final JsonNodeFactory json = JsonNodeFactory.instance;

  RandomData(JsonNode root, Random random) {
    this.root = root;
    this.random = random;
  }

  /// A value, if the schema leaves one to be found.
  Optional<JsonNode> value() {
    return value(root, 0);
  }

  private Optional<JsonNode> value(JsonNode schema, int depth) {
    if (schema.isBoolean()) {
      return schema.booleanValue() ? Optional.of(json.textNode("any")) : Optional.empty();
    }
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (schema.has("$ref")) {
      return value(root.at(schema.path("$ref").textValue().substring(1)), depth + 1);
    }
    if (schema.has("const")) {
      return Optional.of(schema.path("const"));
    }
    if (schema.has("enum")) {
      return any(schema.path("enum"));
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        return any(schema.path(choice)).flatMap(branch -> value(branch, depth + 1));
      }
    }
    if (schema.has("allOf")) {
      return together(schema.path("allOf"), depth);
    }
    return byType(schema, depth);
  }

  private Optional<JsonNode> byType(JsonNode schema, int depth) {
    JsonNode type = schema.path("type");
    String name = type.isArray() ? any(type).orElseThrow().asText() : type.asText("object");
    return switch (name) {
      case "null" -> Optional.of(json.nullNode());
      case "boolean" -> Optional.of(json.booleanNode(random.nextBoolean()));
      case "integer" -> Optional.of(json.numberNode(number(schema, 1)));
      case "number" ->
          Optional.of(json.numberNode(number(schema, 1) + (random.nextBoolean() ? 0 : 0.5)));
      case "string" -> Optional.of(json.textNode(text(schema)));
      case "array" -> list(schema, depth);
      default -> object(schema, depth);
    };
  }

  private int number(JsonNode schema, int beyond) {
    int least =
        Math.max(
            schema.path("minimum").asInt(-5), schema.path("exclusiveMinimum").asInt(-6) + beyond);
    int most = schema.path("maximum").asInt(40);
    int step = schema.path("multipleOf").asInt(1);
    int picked =
        switch (random.nextInt(4)) {
          case 0 -> least;
          case 1 -> most;
          default -> least + random.nextInt(Math.max(1, most - least + 1));
        };
    return Math.floorDiv(picked, step) * step;
  }

  private String text(JsonNode schema) {
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(least + 10);
    int length =
        random.nextBoolean() ? most : least + random.nextInt(Math.max(1, most - least + 1));
    String letter = schema.has("pattern") || random.nextBoolean() ? "A" : "é";
    return letter.repeat(length);
  }

  private Optional<JsonNode> list(JsonNode schema, int depth) {
    ArrayNode list = json.arrayNode();
    int least = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(4);
    int size = random.nextBoolean() ? most : least + random.nextInt(Math.max(1, most - least + 1));
    JsonNode first = schema.path("prefixItems");
    for (int i = 0; i < size; i++) {
      JsonNode element = i < first.size() ? first.get(i) : schema.path("items");
      value(element, depth + 1).ifPresent(list::add);
    }
    return Optional.of(list);
  }

  private Optional<JsonNode> object(JsonNode schema, int depth) {
    ObjectNode object = json.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean required =
          schema.path("required").valueStream().anyMatch(n -> n.asText().equals(property.getKey()));
      if (required || random.nextInt(3) > 0) {
        value(property.getValue(), depth + 1).ifPresent(v -> object.set(property.getKey(), v));
      }
    }
    JsonNode entries = schema.path("additionalProperties");
    if (entries.isObject()) {
      for (String name : RandomSchemas.NAMES) {
        if (!schema.path("properties").has(name) && random.nextInt(3) == 0) {
          value(entries, depth + 1).ifPresent(v -> object.set(name, v));
        }
      }
    }
    return Optional.of(object);
  }

  private Optional<JsonNode> together(JsonNode members, int depth) {
    ObjectNode object = json.objectNode();
    for (JsonNode member : members) {
      if (value(member, depth + 1).orElse(object) instanceof ObjectNode part) {
        part.properties().forEach(field -> object.set(field.getKey(), field.getValue()));
      }
    }
    return Optional.of(object);
  }

  private Optional<JsonNode> any(JsonNode list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }
}
