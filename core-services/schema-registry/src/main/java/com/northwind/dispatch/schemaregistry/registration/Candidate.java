package com.northwind.dispatch.schemaregistry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.SchemaDocument;
import com.northwind.dispatch.schemaregistry.catalogue.SchemaJson;

/// A valid schema that somebody wants to register or asks about.
///
/// @param text as it was sent
/// @param json the same, read
/// @param fingerprint of its content
public record Candidate(String text, JsonNode json, String fingerprint) {

  /// Reads a text; refuses what is not a JSON Schema.
  public static Outcome<Candidate> of(String text) {
    return switch (SchemaDocument.parse(text)) {
      case SchemaDocument.Valid valid ->
          new Outcome.Done<>(
              new Candidate(text, valid.json(), SchemaJson.fingerprint(SchemaJson.parse(text))));
      case SchemaDocument.Invalid(String problem, String pointer) ->
          Outcome.refused(
              Refusal.Code.INVALID_SCHEMA,
              "Invalid schema" + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + problem);
    };
  }
}
