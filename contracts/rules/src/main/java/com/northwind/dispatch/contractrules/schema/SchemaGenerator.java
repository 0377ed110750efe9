package com.northwind.dispatch.contractrules.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EnumType;
import com.northwind.dispatch.contractrules.descriptor.EventType;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.descriptor.Topic;
import com.northwind.dispatch.contractrules.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Makes the JSON Schema of an event: the same contracts always make the same text.
public final class SchemaGenerator {
  /// The pattern that every duration in our schemas has, and nothing else.
  public static final String DURATION = "^-?[0-9]{1,12}([.][0-9]{1,9})?s$";

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String ANY_CONSTANT = "^[A-Z][A-Z0-9_]*$";

  private final Contracts contracts;

  public SchemaGenerator(Contracts contracts) {
    this.contracts = contracts;
  }

  /// The schema's text: two spaces per level, a newline at the end.
  public String text(EventType event, int revision) {
    return JsonText.pretty(schema(event, revision));
  }

  /// The schema of an event under the number of a revision, whole: it refers to nothing outside of
  /// itself.
  public ObjectNode schema(EventType event, int revision) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DIALECT);
    schema.put("$id", new SchemaId(event.name(), revision).urn());
    schema.put("title", Names.simple(event.name()));
    describe(schema, event.message().comment());
    schema.put("x-topic", contracts.topicOf(event).map(Topic::name).orElse(""));
    schema.put(
        "x-key", event.message().field(event.key()).map(Field::jsonName).orElse(event.key()));
    event.replaces().ifPresent(replaced -> schema.put("x-replaces", replaced));
    writeObject(event.message(), schema);
    ObjectNode definitions = JsonNodeFactory.instance.objectNode();
    for (String name : new TreeSet<>(contracts.reachedFrom(event.message()))) {
      definitions.set(name, definition(name));
    }
    if (!definitions.isEmpty()) {
      schema.set("$defs", definitions);
    }
    return schema;
  }

  private ObjectNode definition(String name) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("title", Names.simple(name));
    if (contracts.enums().containsKey(name)) {
      EnumType type = contracts.enumType(name);
      describe(schema, type.comment());
      writeEnum(type, schema);
    } else {
      MessageType message = contracts.message(name);
      describe(schema, message.comment());
      writeObject(message, schema);
    }
    return schema;
  }

  private static void describe(ObjectNode schema, String comment) {
    if (!comment.isEmpty()) {
      schema.put("description", comment);
    }
  }

  private static void writeEnum(EnumType type, ObjectNode schema) {
    ArrayNode anyOf = schema.putArray("anyOf");
    ArrayNode known = anyOf.addObject().putArray("enum");
    anyOf.addObject().put("type", "string").put("pattern", ANY_CONSTANT);
    ObjectNode meanings = schema.putObject("x-values");
    for (EnumType.Value value : type.said()) {
      known.add(value.name());
      meanings.put(value.name(), value.comment());
    }
  }

  private static void writeObject(MessageType message, ObjectNode schema) {
    schema.put("type", "object");
    List<String> required =
        message.fields().stream()
            .filter(field -> field.rule().required())
            .map(Field::jsonName)
            .toList();
    if (!required.isEmpty()) {
      ArrayNode names = schema.putArray("required");
      required.forEach(names::add);
    }
    ObjectNode properties = schema.putObject("properties");
    for (Field field : message.fields()) {
      properties.set(field.jsonName(), new FieldSchema(field).toSchema());
    }
    writeOneofs(message, schema);
  }

  /// At most one member of a oneof: each forbids those before it.
  private static void writeOneofs(MessageType message, ObjectNode schema) {
    ObjectNode forbidden = JsonNodeFactory.instance.objectNode();
    Map<String, List<String>> earlier = new HashMap<>();
    for (Field field : message.fields()) {
      if (field.oneof().isEmpty()) {
        continue;
      }
      List<String> members =
          earlier.computeIfAbsent(field.oneof().get(), name -> new ArrayList<>());
      if (!members.isEmpty()) {
        ObjectNode none = forbidden.putObject(field.jsonName()).putObject("properties");
        members.forEach(member -> none.put(member, false));
      }
      members.add(field.jsonName());
    }
    if (!forbidden.isEmpty()) {
      schema.set("dependentSchemas", forbidden);
    }
  }
}
