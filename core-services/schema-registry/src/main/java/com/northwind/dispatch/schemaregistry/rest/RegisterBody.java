package com.northwind.dispatch.schemaregistry.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.schemaregistry.registration.Candidate;
import com.northwind.dispatch.schemaregistry.registration.Refusal;
import java.util.List;
import java.util.OptionalInt;

/// The body of a request that brings a schema: `{"schemaType":"JSON","schema":"…"}`.
///
/// @param candidate the schema
/// @param version the number that the new version is to have, if the client insists on one
record RegisterBody(Candidate candidate, OptionalInt version) {
  private static final String JSON_TYPE = "JSON";

  /// Reads the body.
  ///
  /// @throws RefusedException when it brings no JSON Schema, or wants what the registry does not do
  static RegisterBody of(HttpRequest request) {
    JsonNode body = Bodies.object(request);
    checkType(body.path("schemaType"));
    if (!isEmpty(body.path("references"))) {
      throw invalid(
          "references to other schemas are not supported: put what they name under \"$defs\" of the"
              + " schema itself");
    }
    for (String field : List.of("metadata", "ruleSet")) {
      if (!isEmpty(body.path(field))) {
        throw invalid(
            "\""
                + field
                + "\" is not kept by this registry: leave it out, nothing would enforce it");
      }
    }
    if (body.path("id").asInt(-1) > 0) {
      throw new RefusedException(
          Refusal.Code.NOT_PERMITTED,
          "ids are given by the registry alone, there is no mode IMPORT: leave \"id\" out");
    }
    return new RegisterBody(
        RefusedException.valueOf(Candidate.of(schema(body.path("schema")))),
        version(body.path("version")));
  }

  private static void checkType(JsonNode type) {
    String name = isEmpty(type) ? "AVRO" : type.asText();
    if (!name.equals(JSON_TYPE)) {
      throw invalid(
          "schemaType "
              + name
              + (isEmpty(type) ? " (which is what a missing schemaType means)" : "")
              + " is not supported: this registry keeps JSON Schemas, send \"schemaType\":\"JSON\"");
    }
  }

  private static String schema(JsonNode schema) {
    if (schema.isTextual() && !schema.textValue().isBlank()) {
      return schema.textValue();
    }
    throw invalid(
        isEmpty(schema)
            ? "Empty schema: \"schema\" holds it, as a string"
            : "\"schema\" is not a string: send the schema's JSON as a string, with its quotes"
                + " escaped");
  }

  private static OptionalInt version(JsonNode version) {
    return version.asInt(-1) > 0 ? OptionalInt.of(version.asInt()) : OptionalInt.empty();
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isContainerNode() && node.isEmpty())
        || (node.isTextual() && node.textValue().isEmpty());
  }

  private static RefusedException invalid(String sentence) {
    return new RefusedException(Refusal.Code.INVALID_SCHEMA, sentence);
  }
}
