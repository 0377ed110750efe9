package com.northwind.dispatch.contractrules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.FieldType;
import com.northwind.dispatch.contractrules.descriptor.Scalar;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import java.util.Optional;

/// The example of a field's rule as JSON.
public final class ExampleValue {
  private ExampleValue() {}

  /// The example of a field as one value of its type; empty when the rule has none or it is no such
  /// value.
  public static Optional<JsonNode> of(Field field) {
    return field.rule().example().flatMap(example -> read(field.type(), example));
  }

  private static Optional<JsonNode> read(FieldType type, String example) {
    return switch (type) {
      case FieldType.OfTimestamp() -> text(example);
      case FieldType.OfDuration() -> text(example);
      case FieldType.OfEnum(String name) -> text(example);
      case FieldType.Foreign(String name) -> text(example);
      case FieldType.OfMessage(String name) -> parsed(example).filter(JsonNode::isObject);
      case FieldType.Of(Scalar scalar) ->
          switch (scalar) {
            case STRING, BYTES, INT64 -> text(example);
            case BOOL -> parsed(example).filter(BooleanNode.class::isInstance);
            case INT32, UINT32 -> parsed(example).filter(JsonNode::isIntegralNumber);
            case FLOAT, DOUBLE -> parsed(example).filter(JsonNode::isNumber);
          };
    };
  }

  private static Optional<JsonNode> text(String example) {
    return Optional.of(TextNode.valueOf(example));
  }

  private static Optional<JsonNode> parsed(String example) {
    try {
      return Optional.of(JsonText.parse(example));
    } catch (NotJsonException e) {
      return Optional.empty();
    }
  }
}
