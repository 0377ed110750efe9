package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Schemas as tools of other producers write them.
class SchemasOfOthersTest {
  /// As serializers that read Java classes write them: draft 7, closed, every field nullable by
  /// `oneOf`.
  private static final String FROM_A_CLASS =
      """
      {'$schema': 'http://json-schema.org/draft-07/schema#', 'title': 'Load Cancelled', 'type': 'object',
       'additionalProperties': false,
       'properties': {
         'loadId': {'oneOf': [{'type': 'null', 'title': 'Not included'}, {'type': 'string'}]},
         'distance': {'type': 'number'},
         'stops': {'oneOf': [{'type': 'null', 'title': 'Not included'},
                             {'type': 'array', 'items': {'$ref': '#/definitions/Stop'}}]},
         'origin': {'oneOf': [{'type': 'null', 'title': 'Not included'}, {'$ref': '#/definitions/Stop'}]}},
       'required': ['distance'],
       'definitions': {'Stop': {'type': 'object', 'additionalProperties': false, 'properties': {
         'name': {'oneOf': [{'type': 'null', 'title': 'Not included'}, {'type': 'string'}]},
         'sequence': {'type': 'integer'}}, 'required': ['sequence']}}}
      """;

  /// As generators for Python classes write them: `$defs`, `anyOf` with null, `default` null,
  /// `title` everywhere.
  private static final String FROM_A_MODEL =
      """
      {'$defs': {'Reason': {'enum': ['WEATHER', 'BREAKDOWN'], 'title': 'Reason', 'type': 'string'}},
       'properties': {
         'loadId': {'title': 'Load Id', 'type': 'string'},
         'note': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'default': null, 'title': 'Note'},
         'reason': {'$ref': '#/$defs/Reason'}},
       'required': ['loadId', 'reason'], 'title': 'LoadCancelled', 'type': 'object'}
      """;

  /// As tools for OpenAPI write a union: `oneOf` of references, each with its constant.
  private static final String A_UNION =
      """
      {'$schema': 'http://json-schema.org/draft-07/schema#',
       'oneOf': [{'$ref': '#/definitions/Call'}, {'$ref': '#/definitions/Text'}],
       'definitions': {
         'Call': {'type': 'object', 'required': ['kind', 'number'],
                  'properties': {'kind': {'const': 'call'}, 'number': {'type': 'string'}}},
         'Text': {'type': 'object', 'required': ['kind', 'body'],
                  'properties': {'kind': {'const': 'text'}, 'body': {'type': 'string'}}}}}
      """;

  @Test
  void letsClosedClassesGainAField() {
    String field =
        "'note': {'oneOf': [{'type': 'null', 'title': 'Not included'}, {'type': 'string'}]}, ";
    assertVerdict(
        "allowed", "allowed", FROM_A_CLASS, with(FROM_A_CLASS, "'loadId':", field + "'loadId':"));
    assertVerdict(
        "allowed",
        "allowed",
        FROM_A_CLASS,
        with(FROM_A_CLASS, "'sequence': {", field + "'sequence': {"));
  }

  @Test
  void refusesWhatWouldHurtReadersOfClosedClasses() {
    assertVerdict(
        "PROPERTY_REMOVED at /properties/distance",
        "PROPERTY_REMOVED at /properties/distance",
        FROM_A_CLASS,
        with(
            with(FROM_A_CLASS, "'distance': {'type': 'number'},", ""),
            "'required': ['distance'],",
            ""));
    assertVerdict(
        "TYPE_CHANGED at /definitions/Stop/properties/sequence/type",
        "TYPE_CHANGED at /definitions/Stop/properties/sequence/type",
        FROM_A_CLASS,
        with(FROM_A_CLASS, "'sequence': {'type': 'integer'}", "'sequence': {'type': 'string'}"));
    assertVerdict(
        "TYPE_NARROWED at /properties/loadId",
        "allowed",
        FROM_A_CLASS,
        with(
            FROM_A_CLASS,
            "{'oneOf': [{'type': 'null', 'title': 'Not included'}, {'type': 'string'}]},\n   'distance'",
            "{'type': 'string'},\n   'distance'"));
    assertVerdict(
        "REQUIRED_ADDED at /definitions/Stop/required",
        "allowed",
        FROM_A_CLASS,
        with(FROM_A_CLASS, "['sequence']", "['sequence', 'name']"));
  }

  @Test
  void judgesModels() {
    assertVerdict(
        "allowed",
        "allowed",
        FROM_A_MODEL,
        with(
            FROM_A_MODEL,
            "'note':",
            "'by': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'default': null}, 'note':"));
    assertVerdict(
        "allowed",
        "ENUM_VALUE_ADDED at /$defs/Reason/enum",
        FROM_A_MODEL,
        with(FROM_A_MODEL, "'BREAKDOWN'", "'BREAKDOWN', 'STRIKE'"));
    assertVerdict(
        "DEFAULT_CHANGED at /properties/note/default",
        "DEFAULT_CHANGED at /properties/note/default",
        FROM_A_MODEL,
        with(FROM_A_MODEL, "'default': null", "'default': 'none'"));
  }

  @Test
  void judgesUnions() {
    assertVerdict(
        "REQUIRED_PROPERTY_ADDED at /definitions/Call/properties/at",
        "allowed",
        A_UNION,
        with(
            with(A_UNION, "'number': {", "'at': {'type': 'string'}, 'number': {"),
            "['kind', 'number']",
            "['kind', 'number', 'at']"));
    assertVerdict(
        "ALTERNATIVE_REMOVED at /oneOf/1",
        "allowed",
        A_UNION,
        with(A_UNION, ", {'$ref': '#/definitions/Text'}", ""));
    assertVerdict(
        "allowed",
        "ALTERNATIVE_ADDED at /oneOf/2",
        A_UNION,
        with(
            with(
                A_UNION,
                "'#/definitions/Text'}",
                "'#/definitions/Text'}, {'$ref': '#/definitions/Fax'}"),
            "'Call': {",
            "'Fax': {'type': 'object', 'required': ['kind'], 'properties': {'kind': {'const': 'fax'}}}, 'Call': {"));
  }

  private static String with(String schema, String part, String instead) {
    assertEquals(true, schema.contains(part), part);
    return schema.replace(part, instead);
  }

  private static void assertVerdict(String backward, String forward, String older, String newer) {
    assertEquals(
        List.of(backward, forward),
        List.of(
            verdict(older, newer, Direction.BACKWARD), verdict(older, newer, Direction.FORWARD)));
  }

  private static String verdict(String older, String newer, Direction direction) {
    List<String> broken =
        Compatibility.check(Schemas.schema(older), Schemas.schema(newer), direction).stream()
            .map(found -> found.rule() + " at " + found.pointer())
            .toList();
    return broken.isEmpty() ? "allowed" : String.join(", ", broken);
  }
}
