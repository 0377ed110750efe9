package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.northwind.dispatch.contractrules.document.SchemaDocument;
import com.northwind.dispatch.contractrules.document.Subschemas;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What must hold for any schemas whatever, tried with many made from fixed seeds. The judge is a
/// validator that knows nothing of our rules.
class CompatibilityPropertiesTest {
  private static final int SCHEMAS = 1_500;
  private static final int DATA_PER_SCHEMA = 12;

  @Test
  void makesValidSchemasOnly() {
    for (int seed = 0; seed < SCHEMAS / 5; seed++) {
      ObjectNode schema = new RandomSchemas(new Random(seed)).document();
      assertInstanceOf(
          SchemaDocument.Valid.class, SchemaDocument.parse(schema.toString()), "seed " + seed);
    }
  }

  @Test
  void takesEverySchemaAsItsOwnSuccessor() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      ObjectNode schema = new RandomSchemas(new Random(seed)).document();
      for (Direction direction : Direction.values()) {
        assertEquals(List.of(), walked(schema, schema, direction), "seed " + seed + schema);
      }
    }
  }

  @Test
  void takesOptionalPropertiesAndOtherWordsAnywhere() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      ObjectNode older = new RandomSchemas(random).document();
      ObjectNode newer = new RandomChanges(random).harmlesslyChanged(older);
      for (Direction direction : Direction.values()) {
        assertEquals(List.of(), walked(older, newer, direction), "seed " + seed);
      }
    }
  }

  @Test
  void promisesBackwardOnlyWhatAValidatorConfirms() {
    int[] judged = {0, 0};
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      ObjectNode older = new RandomSchemas(random).document();
      ObjectNode newer = new RandomChanges(random).changed(older);
      if (Compatibility.check(older, newer, Direction.BACKWARD).isEmpty()) {
        judged[0]++;
        judged[1] += confirm(older, newer, newer, seed, random);
      }
    }
    assertTrue(
        judged[0] > SCHEMAS / 4 && judged[1] > SCHEMAS, "judged " + judged[0] + ", " + judged[1]);
  }

  /// Readers pass over names they do not know, so the older schema is opened before it judges.
  @Test
  void promisesForwardOnlyWhatAValidatorConfirms() {
    int[] judged = {0, 0};
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      ObjectNode older = new RandomSchemas(random).document();
      ObjectNode newer = new RandomChanges(random).changed(older);
      if (Compatibility.check(older, newer, Direction.FORWARD).isEmpty()) {
        judged[0]++;
        judged[1] += confirm(newer, older, opened(older), seed, random);
      }
    }
    assertTrue(
        judged[0] > SCHEMAS / 4 && judged[1] > SCHEMAS, "judged " + judged[0] + ", " + judged[1]);
  }

  @Test
  void promisesNothingOfSchemasThatHaveNothingToDoWithEachOther() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      ObjectNode older = new RandomSchemas(random).document();
      ObjectNode newer = new RandomSchemas(random).document();
      if (Compatibility.check(older, newer, Direction.BACKWARD).isEmpty()) {
        confirm(older, newer, newer, seed, random);
      }
      if (Compatibility.check(older, newer, Direction.FORWARD).isEmpty()) {
        confirm(newer, older, opened(older), seed, random);
      }
    }
  }

  /// Lets the judge read what the writer writes, and tells how much that was.
  private static int confirm(
      JsonNode writer, JsonNode reader, JsonNode judge, int seed, Random random) {
    Schema written = validator(writer);
    Schema readable = validator(judge);
    RandomData data = new RandomData(writer, random);
    int confirmed = 0;
    for (int i = 0; i < DATA_PER_SCHEMA; i++) {
      JsonNode value = data.value().orElseThrow();
      if (written.validate(value).isEmpty()) {
        JsonNode read = value.deepCopy();
        fillDefaults(read, reader, reader);
        List<Error> errors = readable.validate(read);
        assertTrue(
            errors.isEmpty(),
            () ->
                "seed %d: %s\nwriter %s\nreader %s\ndata %s"
                    .formatted(seed, errors, writer, reader, value));
        confirmed++;
      }
    }
    return confirmed;
  }

  private static Schema validator(JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  private static List<String> walked(JsonNode older, JsonNode newer, Direction direction) {
    return Comparison.of(new SchemaTree(older), new SchemaTree(newer), direction).stream()
        .map(Incompatibility::explain)
        .toList();
  }

  private static JsonNode opened(JsonNode schema) {
    JsonNode opened = schema.deepCopy();
    open(opened);
    return opened;
  }

  private static void open(JsonNode schema) {
    if (schema instanceof ObjectNode written) {
      if (written.path("additionalProperties").isBoolean()) {
        written.remove("additionalProperties");
      }
      Subschemas.direct("", written, (pointer, below) -> open(below));
    }
  }

  /// What a reader does before it looks at data: missing properties with a default are there.
  private static void fillDefaults(JsonNode data, JsonNode schema, JsonNode root) {
    if (schema.has("$ref")) {
      fillDefaults(data, root.at(schema.path("$ref").textValue().substring(1)), root);
      return;
    }
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(keyword).forEach(member -> fillDefaults(data, member, root));
    }
    if (data instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        JsonNode fallback = property.getValue().path("default");
        boolean required =
            schema
                .path("required")
                .valueStream()
                .anyMatch(n -> n.asText().equals(property.getKey()));
        if (required && !object.has(property.getKey()) && !fallback.isMissingNode()) {
          object.set(property.getKey(), fallback);
        }
      }
    }
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      JsonNode listed = schema.path("properties").path(field.getKey());
      JsonNode rest = schema.path("additionalProperties");
      fillDefaults(field.getValue(), listed.isMissingNode() ? rest : listed, root);
    }
    for (int i = 0; i < (data.isArray() ? data.size() : 0); i++) {
      JsonNode first = schema.path("prefixItems").path(i);
      fillDefaults(data.get(i), first.isMissingNode() ? schema.path("items") : first, root);
    }
  }
}
