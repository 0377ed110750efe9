package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/// Makes schemas out of a seed: the same seed, the same schemas. They use what event schemas and
/// those of other producers use: nested objects, open and closed, maps, definitions (recursive
/// ones, too), lists, open and closed lists of values, alternatives by type and by a constant,
/// `allOf`, limits, defaults, units.
final class RandomSchemas {
  static final List<String> NAMES = List.of("a", "b", "c", "loadId", "windowEnd", "speedKph");
  private static final int DEEPEST = 3;
  private static final int DEFINITIONS = 2;

  private final Random random;
  private final JsonNodeFactory json = JsonNodeFactory.instance;

  RandomSchemas(Random random) {
    this.random = random;
  }

  /// A whole document.
  ObjectNode document() {
    ObjectNode root = object(0);
    ObjectNode definitions = json.objectNode();
    for (int i = 0; i < DEFINITIONS; i++) {
      definitions.set("d" + i, object(DEEPEST - 1));
    }
    root.set("$defs", definitions);
    return root;
  }

  /// Any schema, not deeper than there is room for.
  ObjectNode schema(int depth) {
    int kinds = depth >= DEEPEST ? 6 : 12;
    return switch (random.nextInt(kinds)) {
      case 0 -> number("number");
      case 1 -> number("integer");
      case 2 -> text();
      case 3 -> json.objectNode().put("type", "boolean");
      case 4 -> listed();
      case 5 -> json.objectNode().put("$ref", "#/$defs/d" + random.nextInt(DEFINITIONS));
      case 6 -> object(depth + 1);
      case 7 -> list(depth + 1);
      case 8 -> map(depth + 1);
      case 9 -> nullable(depth + 1);
      case 10 -> alternatives(depth + 1);
      default -> split(depth + 1);
    };
  }

  ObjectNode number(String type) {
    ObjectNode schema = json.objectNode().put("type", type);
    sometimes(() -> schema.put("minimum", random.nextInt(10)));
    sometimes(() -> schema.put("maximum", 20 + random.nextInt(10)));
    sometimes(() -> schema.put("exclusiveMinimum", random.nextInt(10)));
    if (random.nextInt(6) == 0) {
      schema.put("multipleOf", List.of(1, 2, 5).get(random.nextInt(3)));
    }
    sometimes(() -> schema.put("x-unit", "km"));
    return schema;
  }

  ObjectNode text() {
    ObjectNode schema = json.objectNode().put("type", "string");
    sometimes(() -> schema.put("minLength", random.nextInt(4)));
    sometimes(() -> schema.put("maxLength", 4 + random.nextInt(4)));
    if (random.nextInt(5) == 0) {
      schema.put("pattern", "^[A-Z]*$");
    }
    return schema;
  }

  private ObjectNode listed() {
    ArrayNode values = json.arrayNode();
    for (String value : List.of("A", "B", "C", "D")) {
      if (random.nextBoolean()) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      values.add("A");
    }
    ObjectNode closed = json.objectNode().set("enum", values);
    if (random.nextBoolean()) {
      return closed;
    }
    ObjectNode open = json.objectNode();
    open.putArray("anyOf")
        .add(closed)
        .add(json.objectNode().put("type", "string").put("pattern", "^[A-Z]*$"));
    return open;
  }

  ObjectNode object(int depth) {
    ObjectNode schema = json.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = json.arrayNode();
    for (String name : NAMES) {
      if (random.nextInt(3) == 0) {
        ObjectNode property = schema(depth + 1);
        boolean isScalar =
            List.of("string", "integer", "number", "boolean")
                .contains(property.path("type").asText());
        if (isScalar && random.nextInt(6) == 0) {
          new RandomData(property, random)
              .value()
              .ifPresent(value -> property.set("default", value));
        }
        properties.set(name, property);
        if (random.nextInt(3) == 0 && !property.has("$ref")) {
          required.add(name);
        }
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (random.nextInt(4) == 0) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  private ObjectNode map(int depth) {
    ObjectNode schema = json.objectNode().put("type", "object");
    schema.set("additionalProperties", schema(depth));
    sometimes(() -> schema.put("maxProperties", 2 + random.nextInt(2)));
    return schema;
  }

  private ObjectNode list(int depth) {
    ObjectNode schema = json.objectNode().put("type", "array");
    schema.set("items", schema(depth));
    sometimes(() -> schema.put("minItems", random.nextInt(2)));
    sometimes(() -> schema.put("maxItems", 2 + random.nextInt(2)));
    sometimes(() -> schema.put("uniqueItems", true));
    if (random.nextInt(4) == 0) {
      schema.putArray("prefixItems").add(schema(depth));
    }
    return schema;
  }

  private ObjectNode nullable(int depth) {
    ObjectNode schema = schema(depth);
    if (schema.path("type").isTextual() && random.nextBoolean()) {
      String type = schema.path("type").textValue();
      schema.putArray("type").add(type).add("null");
      return schema;
    }
    ObjectNode choice = json.objectNode();
    choice
        .putArray(random.nextBoolean() ? "oneOf" : "anyOf")
        .add(json.objectNode().put("type", "null"))
        .add(schema);
    return choice;
  }

  private ObjectNode alternatives(int depth) {
    ObjectNode choice = json.objectNode();
    ArrayNode branches = choice.putArray(random.nextBoolean() ? "oneOf" : "anyOf");
    if (random.nextBoolean()) {
      branches.add(text()).add(number("integer")).add(list(depth));
      return choice;
    }
    for (String kind : List.of("x", "y", "z")) {
      if (random.nextInt(3) > 0) {
        branches.add(kind(kind, depth));
      }
    }
    return branches.isEmpty() ? text() : choice;
  }

  /// An alternative told by a constant.
  ObjectNode kind(String kind, int depth) {
    ObjectNode branch = json.objectNode().put("type", "object");
    ObjectNode properties = branch.putObject("properties");
    properties.putObject("kind").put("const", kind);
    properties.set(NAMES.get(random.nextInt(NAMES.size())), schema(depth + 1));
    branch.putArray("required").add("kind");
    return branch;
  }

  private ObjectNode split(int depth) {
    ObjectNode schema = json.objectNode();
    ObjectNode open = object(depth);
    open.remove("additionalProperties");
    ObjectNode more = json.objectNode();
    more.putObject("properties").set("extra", schema(depth));
    schema.putArray("allOf").add(open).add(more);
    return schema;
  }

  /// A copy to change.
  static ObjectNode copy(JsonNode schema) {
    return schema.deepCopy();
  }

  private void sometimes(Runnable change) {
    if (random.nextInt(4) == 0) {
      change.run();
    }
  }
}
