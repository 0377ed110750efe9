package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Schemas that are long, deep or entangled: a verdict each time, and soon.
class LargeSchemasTest {
  @Test
  void comparesThousandsOfProperties() {
    JsonNode older = Schemas.schema(wide(1_500, "integer"));
    assertEquals(List.of(), rules(older, Schemas.schema(wide(1_600, "integer"))));
    assertEquals(1_500, rules(older, Schemas.schema(wide(1_500, "number"))).size());
    assertEquals(1_500, rules(older, Schemas.schema("{'type': 'object'}")).size());
  }

  @Test
  void followsLongChainsOfDefinitions() {
    String older = chain(8_000, "{'properties': {'next': {'$ref': '#/$defs/%d'}}}");
    String newer = older.replace("'type': 'string'", "'type': 'integer'");
    assertEquals(List.of(Rule.TYPE_CHANGED), rules(Schemas.schema(older), Schemas.schema(newer)));
  }

  @Test
  void followsLongChainsOfMereReferences() {
    for (String link : List.of("{'$ref': '#/$defs/%d'}", "{'allOf': [{'$ref': '#/$defs/%d'}]}")) {
      String older = chain(8_000, link);
      String newer = older.replace("'type': 'string'", "'type': 'integer'");
      assertEquals(List.of(Rule.TYPE_CHANGED), rules(Schemas.schema(older), Schemas.schema(newer)));
    }
  }

  @Test
  void givesUpOnAlternativesNestedWithoutEnd() {
    String older = chain(8_000, "{'anyOf': [{'type': 'null'}, {'$ref': '#/$defs/%d'}]}");
    String newer = older.replace("'type': 'string'", "'type': 'integer'");
    assertEquals(
        List.of(Rule.NOT_COMPARED),
        rules(Schemas.schema(older), Schemas.schema(newer)).subList(0, 1));
  }

  @Test
  void givesUpOnAlternativesThatMultiply() {
    String choice = "{'anyOf': [{'required': ['a']}, {'required': ['b']}, {'required': ['c']}]}";
    String older =
        "{'allOf': [" + String.join(",", List.of(choice, choice, choice, choice, choice)) + "]}";
    assertEquals(
        List.of(),
        rules(Schemas.schema(older), Schemas.schema("{'title': 'More',  " + older.substring(1))),
        "other words are harmless whatever the alternatives");
    assertTrue(
        rules(Schemas.schema(older), Schemas.schema(older.replace("'c'", "'d'")))
            .contains(Rule.NOT_COMPARED));
  }

  @Test
  void comparesRecursiveAlternatives() {
    String json =
        "{'$defs': {'json': {'anyOf': [{'type': ['null', 'boolean', 'string', 'number']},"
            + " {'type': 'array', 'items': {'$ref': '#/$defs/json'}},"
            + " {'type': 'object', 'additionalProperties': {'$ref': '#/$defs/json'}}]}},"
            + " '$ref': '#/$defs/json'}";
    assertEquals(
        List.of(),
        rules(
            Schemas.schema(json),
            Schemas.schema(json.replace("'$defs':", "'title': 'JSON', '$defs':"))));
    assertEquals(
        List.of(Rule.TYPE_NARROWED),
        broken(
            Schemas.schema(json),
            Schemas.schema(json.replace("'null', ", "")),
            Direction.BACKWARD));
  }

  /// Each object is one of ten of the same kinds again, told apart by nothing: the worst there is
  /// to try.
  @Test
  void endsWithManyRecursiveAlternativesThatAreAlike() {
    String kinds =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    "{'type': 'object', 'properties': {'x': {'$ref': '#/$defs/node'}, 'y%d': {'$ref': '#/$defs/node'}}}"
                        .formatted(i))
            .collect(Collectors.joining(","));
    String older = "{'$defs': {'node': {'anyOf': [%s]}}, '$ref': '#/$defs/node'}".formatted(kinds);
    String newer = older.replace("'y9': {'$ref': '#/$defs/node'}", "'y9': {'type': 'integer'}");
    assertTrue(!rules(Schemas.schema(older), Schemas.schema(newer)).isEmpty());
  }

  /// Every second schema of the table against every third: most have nothing to do with each other.
  @Test
  void comparesSchemasThatHaveNothingToDoWithEachOther() {
    List<JsonNode> schemas =
        CompatibilityTable.cells().map(CompatibilityTable.Cell::after).toList();
    for (int i = 0; i < schemas.size(); i += 2) {
      for (int j = 0; j < schemas.size(); j += 3) {
        for (Direction direction : Direction.values()) {
          for (Incompatibility found :
              Compatibility.check(schemas.get(i), schemas.get(j), direction)) {
            assertTrue(found.rule().refuses(direction), found.explain());
          }
        }
      }
    }
  }

  private static List<Rule> rules(JsonNode older, JsonNode newer) {
    List<Rule> backward = broken(older, newer, Direction.BACKWARD);
    return backward.isEmpty() ? broken(older, newer, Direction.FORWARD) : backward;
  }

  private static List<Rule> broken(JsonNode older, JsonNode newer, Direction direction) {
    return Compatibility.check(older, newer, direction).stream()
        .map(Incompatibility::rule)
        .toList();
  }

  private static String wide(int properties, String type) {
    return IntStream.range(0, properties)
        .mapToObj(i -> "'p%d': {'type': '%s', 'minimum': 0}".formatted(i, type))
        .collect(Collectors.joining(",", "{'type': 'object', 'properties': {", "}}"));
  }

  private static String chain(int links, String link) {
    return IntStream.range(0, links)
        .mapToObj(i -> "'%d': %s".formatted(i, link.formatted(i + 1)))
        .collect(
            Collectors.joining(
                ",",
                "{'$ref': '#/$defs/0', '$defs': {'%d': {'type': 'string'},".formatted(links),
                "}}"));
  }
}
