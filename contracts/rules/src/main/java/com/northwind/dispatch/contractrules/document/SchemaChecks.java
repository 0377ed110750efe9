package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Optional;

/// What makes a JSON value a schema beyond being JSON: its meta-schema, references that lead
/// somewhere, patterns that are regular expressions.
final class SchemaChecks {
  private static final SchemaRegistry META_SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          settings ->
              settings.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()));

  private SchemaChecks() {}

  /// The first reason why a value is no schema.
  static Optional<SchemaDocument.Invalid> firstProblem(JsonNode json) {
    if (!Subschemas.isSchema(json)) {
      return problem("A schema is an object, true or false; this is " + kind(json) + ".", "");
    }
    Optional<Dialect> dialect = Dialect.of(json);
    if (dialect.isEmpty()) {
      return problem(
          "$schema names \"%s\", which is not known here; known are %s."
              .formatted(json.path("$schema").asText(), Dialect.all()),
          "/$schema");
    }
    return againstMetaSchema(json, dialect.get())
        .or(() -> new SchemaWalk(json, dialect.get()).firstProblem());
  }

  private static Optional<SchemaDocument.Invalid> againstMetaSchema(
      JsonNode json, Dialect dialect) {
    Schema metaSchema = META_SCHEMAS.getSchema(SchemaLocation.of(dialect.id()));
    List<Error> errors = metaSchema.validate(json);
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    Error first = errors.getFirst();
    String pointer = first.getInstanceLocation().toString();
    return problem(
        "This is no JSON Schema by %s: at %s, %s."
            .formatted(dialect.id(), pointer.isEmpty() ? "its root" : pointer, first.getMessage()),
        pointer);
  }

  private static Optional<SchemaDocument.Invalid> problem(String sentence, String pointer) {
    return Optional.of(new SchemaDocument.Invalid(sentence, pointer));
  }

  /// What a value is, in words.
  static String kind(JsonNode json) {
    return switch (json.getNodeType()) {
      case ARRAY -> "an array";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case NULL -> "null";
      case OBJECT -> "an object";
      case BOOLEAN -> "a truth value";
      case BINARY, POJO, MISSING -> "nothing";
    };
  }
}
