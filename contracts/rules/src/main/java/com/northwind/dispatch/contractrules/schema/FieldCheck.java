package com.northwind.dispatch.contractrules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.FieldType;
import java.util.List;
import java.util.Optional;

/// Holds the example of one field against the schema of that very field.
public final class FieldCheck {
  private FieldCheck() {}

  /// What is wrong with the example in a field's rule; empty when it is right or there is none.
  /// Messages and enums are held to no more than their kind, because their schemas stand elsewhere.
  public static List<String> problemsOfExample(Field field) {
    if (field.rule().example().isEmpty()) {
      return List.of();
    }
    Optional<JsonNode> example = ExampleValue.of(field);
    if (example.isEmpty()) {
      return List.of("it is no " + field.type().word());
    }
    if (field.type() instanceof FieldType.OfMessage || field.type() instanceof FieldType.OfEnum) {
      return List.of();
    }
    ObjectNode schema = new FieldSchema(field).toSchema();
    JsonNode value =
        switch (field.shape()) {
          case IMPLICIT, EXPLICIT -> example.get();
          case REPEATED -> JsonNodeFactory.instance.arrayNode().add(example.get());
          case MAP -> JsonNodeFactory.instance.objectNode().set("name", example.get());
        };
    return new SchemaValidator(schema)
        .problems(value).stream()
            .map(problem -> problem.substring(problem.indexOf(": ") + 2))
            .toList();
  }
}
