package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.SchemaDocument;

/// Schemas as tests write them: JSON with single quotation marks.
final class Schemas {
  private Schemas() {}

  /// A valid schema.
  static JsonNode schema(String text) {
    return switch (SchemaDocument.parse(text.replace('\'', '"'))) {
      case SchemaDocument.Valid valid -> valid.json();
      case SchemaDocument.Invalid invalid -> fail(invalid.toString());
    };
  }
}
