package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.document.Subschemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Changes schemas of [RandomSchemas] somewhere, harmlessly or not.
final class RandomChanges {
  private final Random random;
  private final RandomSchemas schemas;

  RandomChanges(Random random) {
    this.random = random;
    this.schemas = new RandomSchemas(random);
  }

  /// A copy with some changes of any kind.
  ObjectNode changed(ObjectNode schema) {
    ObjectNode changed = RandomSchemas.copy(schema);
    for (int i = 0; i <= random.nextInt(3); i++) {
      change(anyIn(changed));
    }
    return changed;
  }

  /// A copy with some changes that are always allowed: new optional properties, other words, other
  /// names of definitions.
  ObjectNode harmlesslyChanged(ObjectNode schema) {
    ObjectNode changed = RandomSchemas.copy(schema);
    for (ObjectNode each : allIn(changed)) {
      if (random.nextInt(3) == 0) {
        each.put("description", "In other words.");
      }
      if (random.nextInt(3) == 0
          && each.path("properties") instanceof ObjectNode properties
          && !each.path("additionalProperties").isObject()) {
        properties.set("added" + random.nextInt(3), schemas.schema(2));
      }
    }
    return changed;
  }

  private void change(ObjectNode schema) {
    switch (random.nextInt(16)) {
      case 0 -> schema.put("minimum", random.nextInt(10));
      case 1 -> schema.put("maximum", 15 + random.nextInt(20));
      case 2 -> schema.remove(List.of("minimum", "maximum", "minLength", "pattern", "uniqueItems"));
      case 3 -> schema.put("maxLength", 3 + random.nextInt(6));
      case 4 -> schema.put("minItems", random.nextInt(3));
      case 5 -> schema.put("maxItems", 1 + random.nextInt(4));
      case 6 -> retype(schema);
      case 7 -> toggle(schema, "additionalProperties");
      case 8, 9 -> properties(schema).set(anyName(), schemas.schema(2));
      case 10 -> properties(schema).remove(anyName());
      case 11 -> require(schema, anyName());
      case 12 -> schema.remove("required");
      case 13 -> values(schema);
      case 14 -> branches(schema);
      default -> schema.remove(List.of("default", "x-unit", "maxProperties", "exclusiveMinimum"));
    }
  }

  private void retype(ObjectNode schema) {
    switch (schema.path("type").asText()) {
      case "integer" -> schema.put("type", "number");
      case "number" -> schema.put("type", "integer");
      case "string" -> schema.putArray("type").add("string").add("null");
      default -> {
        if (schema.path("type").isArray()) {
          schema.put("type", schema.path("type").get(0).asText());
        }
      }
    }
  }

  private static void toggle(ObjectNode schema, String keyword) {
    if (schema.has("properties")) {
      if (schema.path(keyword).isBoolean()) {
        schema.remove(keyword);
      } else {
        schema.put(keyword, false);
      }
    }
  }

  private static void require(ObjectNode schema, String name) {
    if (schema.path("properties").has(name)
        && schema.path("required").valueStream().noneMatch(n -> n.asText().equals(name))) {
      schema.withArray("required").add(name);
    }
  }

  private void values(ObjectNode schema) {
    if (schema.path("enum") instanceof ArrayNode values) {
      if (random.nextBoolean() && values.size() > 1) {
        values.remove(0);
      } else {
        values.add("E" + values.size());
      }
    }
  }

  private void branches(ObjectNode schema) {
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.path(choice) instanceof ArrayNode branches) {
        switch (random.nextInt(3)) {
          case 0 -> branches.add(schemas.kind("w", 2));
          case 1 -> branches.insert(0, schemas.schema(3));
          default -> {
            if (branches.size() > 1) {
              branches.remove(random.nextInt(branches.size()));
            }
          }
        }
      }
    }
  }

  private static ObjectNode properties(ObjectNode schema) {
    return schema.path("properties") instanceof ObjectNode properties
        ? properties
        : schema.objectNode();
  }

  private String anyName() {
    return RandomSchemas.NAMES.get(random.nextInt(RandomSchemas.NAMES.size()));
  }

  private ObjectNode anyIn(ObjectNode document) {
    List<ObjectNode> all = allIn(document);
    return all.get(random.nextInt(all.size()));
  }

  private static List<ObjectNode> allIn(JsonNode document) {
    List<ObjectNode> all = new ArrayList<>();
    if (document instanceof ObjectNode schema) {
      all.add(schema);
      Subschemas.direct("", schema, (pointer, below) -> all.addAll(allIn(below)));
    }
    return all;
  }
}
