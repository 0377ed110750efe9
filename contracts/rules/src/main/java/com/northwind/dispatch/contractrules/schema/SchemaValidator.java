package com.northwind.dispatch.contractrules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;

/// Holds data against one schema. Formats count: a time that is none is a problem. Thread-safe.
public final class SchemaValidator {
  private final Schema schema;

  public SchemaValidator(JsonNode schema) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemaRegistryConfig(config))
            .getSchema(schema);
  }

  /// What is wrong with the data, one sentence per place, each beginning with a JSON pointer; empty
  /// when it is valid.
  public List<String> problems(JsonNode data) {
    return schema.validate(data).stream()
        .map(SchemaValidator::sentence)
        .sorted()
        .distinct()
        .toList();
  }

  private static String sentence(Error error) {
    String pointer = error.getInstanceLocation().toString();
    return (pointer.isEmpty() ? "(whole)" : pointer) + ": " + error.getMessage();
  }
}
