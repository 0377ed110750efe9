package com.northwind.dispatch.contractrules.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.FieldRule;
import com.northwind.dispatch.contractrules.descriptor.FieldType;
import com.northwind.dispatch.contractrules.descriptor.Scalar;
import com.northwind.dispatch.contractrules.json.JsonText;
import java.util.OptionalDouble;

/// Writes the schema of one property.
final class FieldSchema {
  private final Field field;

  FieldSchema(Field field) {
    this.field = field;
  }

  ObjectNode toSchema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (!field.comment().isEmpty()) {
      schema.put("description", field.comment());
    }
    field.oneof().ifPresent(oneof -> schema.put("x-oneof", oneof));
    switch (field.shape()) {
      case IMPLICIT, EXPLICIT -> writeValue(schema);
      case REPEATED -> {
        schema.put("type", "array");
        if (field.rule().required()) {
          schema.put("minItems", 1);
        }
        writeValue(schema.putObject("items"));
      }
      case MAP -> {
        schema.put("type", "object");
        if (field.rule().required()) {
          schema.put("minProperties", 1);
        }
        writeValue(schema.putObject("additionalProperties"));
      }
    }
    return schema;
  }

  private void writeValue(ObjectNode schema) {
    switch (field.type()) {
      case FieldType.OfMessage(String name) -> schema.put("$ref", "#/$defs/" + name);
      case FieldType.OfEnum(String name) -> schema.put("$ref", "#/$defs/" + name);
      case FieldType.OfTimestamp() -> schema.put("type", "string").put("format", "date-time");
      case FieldType.OfDuration() ->
          schema.put("type", "string").put("pattern", SchemaGenerator.DURATION);
      case FieldType.Foreign(String name) -> schema.put("$comment", name);
      case FieldType.Of(Scalar scalar) -> writeScalar(scalar, schema);
    }
    ExampleValue.of(field).ifPresent(example -> schema.putArray("examples").add(example));
  }

  private void writeScalar(Scalar scalar, ObjectNode schema) {
    switch (scalar) {
      case BOOL -> schema.put("type", "boolean");
      case INT32 -> writeNumber("integer", Integer.MIN_VALUE, Integer.MAX_VALUE, schema);
      case UINT32 -> writeNumber("integer", 0, 0xFFFF_FFFFL, schema);
      case FLOAT, DOUBLE ->
          writeNumber("number", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, schema);
      case INT64 -> schema.put("type", "string").put("pattern", "^-?[0-9]+$");
      case BYTES -> schema.put("type", "string").put("contentEncoding", "base64");
      case STRING -> schema.put("type", "string");
    }
    if (scalar == Scalar.STRING || scalar == Scalar.BYTES) {
      writeText(schema);
    }
  }

  private void writeNumber(String type, double lowest, double highest, ObjectNode schema) {
    FieldRule rule = field.rule();
    schema.put("type", type);
    if (!rule.unit().isEmpty()) {
      schema.put("x-unit", rule.unit());
    }
    putUnlessInfinite(schema, "minimum", Math.max(lowest, or(rule.min(), lowest)));
    putUnlessInfinite(schema, "maximum", Math.min(highest, or(rule.max(), highest)));
  }

  private void writeText(ObjectNode schema) {
    FieldRule rule = field.rule();
    if (rule.required()) {
      schema.put("minLength", 1);
    }
    rule.maxLength().ifPresent(length -> schema.put("maxLength", length));
    if (!rule.pattern().isEmpty()) {
      schema.put("pattern", "^(?:" + rule.pattern() + ")$");
    }
  }

  private static double or(OptionalDouble value, double other) {
    return value.orElse(other);
  }

  private static void putUnlessInfinite(ObjectNode schema, String keyword, double value) {
    if (!Double.isInfinite(value)) {
      schema.set(keyword, JsonText.number(value));
    }
  }
}
