package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Which parts of a schema are schemas themselves, by JSON Schema draft 4 to 2020-12. What stands
/// in `const`, `enum`, `default` or `examples` is data and never visited.
public final class Subschemas {
  private static final Set<String> ONE =
      Set.of(
          "additionalItems",
          "additionalProperties",
          "contains",
          "contentSchema",
          "else",
          "if",
          "items",
          "not",
          "propertyNames",
          "then",
          "unevaluatedItems",
          "unevaluatedProperties");
  private static final Set<String> LIST = Set.of("allOf", "anyOf", "items", "oneOf", "prefixItems");
  private static final Set<String> BY_NAME =
      Set.of(
          "$defs",
          "definitions",
          "dependencies",
          "dependentSchemas",
          "patternProperties",
          "properties");

  private Subschemas() {}

  /// Hands over every schema one level below a schema, with its pointer.
  public static void direct(String pointer, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      String at = Pointers.child(pointer, keyword.getKey());
      JsonNode value = keyword.getValue();
      if (ONE.contains(keyword.getKey()) && isSchema(value)) {
        visitor.accept(at, value);
      } else if (LIST.contains(keyword.getKey()) && value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          visitor.accept(Pointers.child(at, i), value.get(i));
        }
      } else if (BY_NAME.contains(keyword.getKey()) && value.isObject()) {
        for (Map.Entry<String, JsonNode> named : value.properties()) {
          if (isSchema(named.getValue())) {
            visitor.accept(Pointers.child(at, named.getKey()), named.getValue());
          }
        }
      }
    }
  }

  /// Whether a value can be a schema at all.
  public static boolean isSchema(JsonNode value) {
    return value.isObject() || value.isBoolean();
  }
}
