package com.northwind.dispatch.schemaregistry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// JSON Schemas for tests.
final class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Schemas() {}

  /// An object with optional texts of these names.
  static String object(String... properties) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode all = schema.putObject("properties");
    for (String property : properties) {
      all.putObject(property).put("type", "string");
    }
    return schema.toString();
  }

  /// A schema whose content is its own for each name.
  static String named(String title) {
    return JSON.createObjectNode().put("title", title).put("type", "object").toString();
  }

  /// The body of a registration.
  static String body(String schema) {
    return JSON.createObjectNode().put("schemaType", "JSON").put("schema", schema).toString();
  }
}
