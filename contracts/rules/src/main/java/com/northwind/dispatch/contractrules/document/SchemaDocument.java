package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.databind.JsonNode;

/// A text that claims to be a JSON Schema, and what came of it.
///
/// [#parse(String)] never throws: whatever arrives, the answer is a schema that can be compared and
/// validated with, or the first reason why it cannot, in a sentence for whoever sent it.
public sealed interface SchemaDocument {
  /// Largest text read, bytes of UTF-8.
  int MAX_SIZE_BYTES = 1_000_000;

  /// Deepest nesting read, levels of objects and arrays.
  int MAX_NESTING_LEVELS = 100;

  /// A schema: an object or a boolean, valid by its meta-schema, with every local reference leading
  /// somewhere.
  ///
  /// @param json the schema; not to be changed
  record Valid(JsonNode json) implements SchemaDocument {
    /// The schema in the one form in which equal schemas are equal texts: keys sorted, no white
    /// space, numbers normalised.
    public String canonical() {
      return Canonical.text(json);
    }
  }

  /// Not a schema.
  ///
  /// @param problem what is wrong, in one or a few sentences
  /// @param pointer JSON pointer to where; empty for the whole text, or where the text is not JSON
  record Invalid(String problem, String pointer) implements SchemaDocument {}

  /// Reads a text as a JSON Schema of draft 4, 6, 7, 2019-09 or 2020-12, by its `$schema`; 2020-12
  /// without one.
  static SchemaDocument parse(String text) {
    return switch (StrictJson.read(text)) {
      case StrictJson.Unreadable(String problem, String pointer) -> new Invalid(problem, pointer);
      case StrictJson.Read(JsonNode json) ->
          SchemaChecks.firstProblem(json).<SchemaDocument>map(p -> p).orElse(new Valid(json));
    };
  }
}
