package com.northwind.dispatch.contractrules.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.descriptor.Topic;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import com.northwind.dispatch.contractrules.sample.SampleRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes the AsyncAPI 3.0 document: a channel per topic, an operation per process and topic, a
/// message per event.
///
/// AsyncAPI's own schema dialect is JSON Schema draft 7, so the definitions of all schemas become
/// one list of components; the 2020-12 keyword `dependentSchemas` is left out there.
final class AsyncApi {
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String ENVELOPE = "CloudEvent";
  private static final long DAY_MS = 86_400_000;

  private final Contracts contracts;
  private final List<CurrentSchema> schemas;
  private final JsonNode envelope;

  /// @param envelope the schema of the envelope
  AsyncApi(Contracts contracts, List<CurrentSchema> schemas, JsonNode envelope) {
    this.contracts = contracts;
    this.schemas = schemas;
    this.envelope = envelope;
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Northwind Dispatch events")
        .put("version", "1.0.0")
        .put(
            "description",
            "Every topic and event of Northwind Dispatch. A record's value is one CloudEvents 1.0 JSON object (structured"
                + " mode), its data proto3 JSON. Contracts only grow: readers pass over properties and enum values they do"
                + " not know. Generated from the protobuf files by `./northwind contracts docs`.");
    document.put("defaultContentType", "application/cloudevents+json");
    addChannels(document.putObject("channels"));
    addOperations(document.putObject("operations"));
    ObjectNode components = document.putObject("components");
    addMessages(components.putObject("messages"));
    addSchemas(components.putObject("schemas"));
    return document;
  }

  private List<CurrentSchema> on(Topic topic) {
    return schemas.stream()
        .filter(schema -> schema.event().topicConstant().equals(topic.constant()))
        .toList();
  }

  private void addChannels(ObjectNode channels) {
    for (Topic topic : contracts.topics()) {
      ObjectNode channel = channels.putObject(topic.name());
      channel.put("address", topic.name());
      channel.put("title", topic.name());
      channel.put("description", topic.comment() + " Key: id of the " + topic.key() + ".");
      ObjectNode messages = channel.putObject("messages");
      for (CurrentSchema schema : on(topic)) {
        String type = schema.id().type();
        messages.putObject(type).put("$ref", "#/components/messages/" + type);
      }
      ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
      kafka.put("topic", topic.name());
      ObjectNode configuration = kafka.putObject("topicConfiguration");
      ArrayNode policy = configuration.putArray("cleanup.policy");
      if (topic.isCompacted()) {
        policy.add("compact");
      } else {
        policy.add("delete");
        configuration.put("retention.ms", topic.retentionDays() * DAY_MS);
      }
      kafka.put("bindingVersion", "0.5.0");
    }
  }

  private void addOperations(ObjectNode operations) {
    for (Topic topic : contracts.topics()) {
      topic.writtenBy().forEach(process -> addOperation(operations, topic, process, "send"));
      topic.readBy().forEach(process -> addOperation(operations, topic, process, "receive"));
    }
  }

  private static void addOperation(
      ObjectNode operations, Topic topic, String process, String action) {
    ObjectNode operation = operations.putObject(process + "." + action + "." + topic.name());
    operation.put("action", action);
    operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
    operation.put(
        "title", process + (action.equals("send") ? " writes " : " reads ") + topic.name());
    operation.putArray("tags").addObject().put("name", process);
  }

  private void addMessages(ObjectNode messages) {
    for (CurrentSchema schema : schemas) {
      ObjectNode message = messages.putObject(schema.id().type());
      message.put("name", schema.id().type());
      message.put("title", Names.simple(schema.id().type()));
      message.put("summary", schema.event().message().comment());
      message.put("contentType", "application/cloudevents+json");
      ObjectNode header =
          message.putObject("headers").put("type", "object").putObject("properties");
      header
          .putObject("content-type")
          .put("type", "string")
          .put("description", "What the record's value is.")
          .putArray("examples")
          .add("application/cloudevents+json; charset=UTF-8");
      addPayload(schema, message.putObject("payload"));
      ObjectNode kafka = message.putObject("bindings").putObject("kafka");
      kafka
          .putObject("key")
          .put("type", "string")
          .put("description", "The event's " + schema.json().path("x-key").asText() + ".");
      kafka.put("bindingVersion", "0.5.0");
      message
          .putArray("examples")
          .addObject()
          .put("name", "sample")
          .set("payload", SampleRecord.of(schema.json(), contracts));
    }
  }

  private static void addPayload(CurrentSchema schema, ObjectNode payload) {
    ArrayNode allOf = payload.putArray("allOf");
    allOf.addObject().put("$ref", COMPONENTS + ENVELOPE);
    ObjectNode own = allOf.addObject().put("type", "object");
    ObjectNode properties = own.putObject("properties");
    properties.putObject("type").put("const", schema.id().type());
    properties
        .putObject("dataschema")
        .put("type", "string")
        .put("description", "The schema revision that the data was written with.")
        .putArray("examples")
        .add(schema.id().urn());
    properties.putObject("data").put("$ref", COMPONENTS + schema.id().type());
  }

  private void addSchemas(ObjectNode components) {
    ObjectNode around = envelope.deepCopy();
    around.remove(List.of("$schema", "$id"));
    components.set(ENVELOPE, around);
    SortedMap<String, JsonNode> definitions = new TreeMap<>();
    for (CurrentSchema schema : schemas) {
      schema
          .json()
          .path("$defs")
          .properties()
          .forEach(definition -> definitions.put(definition.getKey(), definition.getValue()));
    }
    // An event may be part of another; as an event it also says topic and key.
    for (CurrentSchema schema : schemas) {
      ObjectNode own = schema.json().deepCopy();
      own.remove(List.of("$schema", "$id", "$defs"));
      definitions.put(schema.id().type(), own);
    }
    definitions.forEach((name, definition) -> components.set(name, inDraft7(definition)));
  }

  private static JsonNode inDraft7(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    rewrite(copy);
    return copy;
  }

  private static void rewrite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("dependentSchemas");
      JsonNode reference = object.get("$ref");
      if (reference != null && reference.isTextual()) {
        // Beside a reference draft 7 sees nothing, so the words go around it.
        object.remove("$ref");
        object
            .putArray("allOf")
            .addObject()
            .put("$ref", COMPONENTS + reference.asText().substring("#/$defs/".length()));
        return;
      }
    }
    node.forEach(AsyncApi::rewrite);
  }
}
