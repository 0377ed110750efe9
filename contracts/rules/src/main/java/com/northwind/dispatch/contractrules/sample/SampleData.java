package com.northwind.dispatch.contractrules.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.schema.SchemaGenerator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Makes data that obeys one of our schemas: from its examples where it has them, else the plainest
/// value of the type. Optional texts without an example are left out, and so is what would repeat
/// itself without end.
final class SampleData {
  private static final String TIME = "2026-11-22T05:30:00Z";
  private static final String BYTES = "bm9ydGh3aW5k";

  private final JsonNode document;
  private final Set<String> open = new HashSet<>();

  SampleData(JsonNode schema) {
    this.document = schema;
  }

  ObjectNode make() {
    return object(document);
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    Set<String> oneofs = new HashSet<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String oneof = property.getValue().path("x-oneof").asText("");
      if (!oneof.isEmpty() && oneofs.contains(oneof)) {
        continue;
      }
      JsonNode value = value(property.getValue(), required.contains(property.getKey()));
      if (!value.isMissingNode()) {
        data.set(property.getKey(), value);
        oneofs.add(oneof);
      }
    }
    return data;
  }

  private JsonNode value(JsonNode schema, boolean required) {
    if (schema.path("examples").has(0)) {
      return schema.path("examples").get(0);
    }
    if (schema.has("$ref")) {
      return referred(schema.path("$ref").asText());
    }
    return switch (schema.path("type").asText()) {
      case "string" -> text(schema, required);
      case "integer", "number" -> number(schema);
      case "boolean" -> BooleanNode.TRUE;
      case "array" -> list(schema, required);
      case "object" -> map(schema, required);
      default -> MissingNode.getInstance();
    };
  }

  private JsonNode referred(String reference) {
    JsonNode definition = document.at(reference.substring(1));
    if (definition.has("anyOf")) {
      return definition.at("/anyOf/0/enum/0");
    }
    if (!open.add(reference)) {
      return MissingNode.getInstance();
    }
    JsonNode value = object(definition);
    open.remove(reference);
    return value;
  }

  private static JsonNode text(JsonNode schema, boolean required) {
    if (schema.path("format").asText().equals("date-time")) {
      return TextNode.valueOf(TIME);
    }
    if (schema.has("contentEncoding")) {
      return TextNode.valueOf(BYTES);
    }
    if (schema.path("pattern").asText().equals(SchemaGenerator.DURATION)) {
      return TextNode.valueOf("1.5s");
    }
    return required ? TextNode.valueOf("text") : MissingNode.getInstance();
  }

  private static JsonNode number(JsonNode schema) {
    double least = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
    double most = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
    return JsonText.number(Math.clamp(1, least, most));
  }

  private JsonNode list(JsonNode schema, boolean required) {
    JsonNode element = value(schema.path("items"), required);
    return element.isMissingNode() ? element : JsonNodeFactory.instance.arrayNode().add(element);
  }

  private JsonNode map(JsonNode schema, boolean required) {
    JsonNode element = value(schema.path("additionalProperties"), required);
    return element.isMissingNode()
        ? element
        : JsonNodeFactory.instance.objectNode().set("name", element);
  }
}
