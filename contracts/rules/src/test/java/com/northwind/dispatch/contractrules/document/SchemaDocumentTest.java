package com.northwind.dispatch.contractrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDocumentTest {
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void readsASchemaOfEveryDialect(Dialect dialect) {
    assertValid("{\"$schema\":\"%s#\",\"type\":\"object\"}".formatted(dialect.id()));
    assertValid("{\"$schema\":\"%s\",\"type\":\"object\"}".formatted(dialect.id()));
    assertInvalid(
        "{\"$schema\":\"%s#\",\"type\":7}".formatted(dialect.id()), "/type", dialect.id());
  }

  @Test
  void readsASchemaWithoutDialectAs2020() {
    assertValid("{\"prefixItems\":[true]}");
    assertInvalid("{\"items\":[true]}", "/items", "2020-12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "{}", " {\"title\":\"é\"}\n"})
  void readsTheSmallestSchemas(String text) {
    assertValid(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "null"})
  void refusesJsonThatIsNoSchema(String text) {
    assertInvalid(text, "", "A schema is an object, true or false; this is ");
  }

  @Test
  void saysWhereTextIsNotJson() {
    assertInvalid("", "", "The text is empty.");
    assertInvalid("{\n  \"type\": object\n}", "/type", "not JSON at line 2, column 11 (byte 12)");
    assertInvalid(
        "{\"type\":\"object\"",
        "/type",
        "not JSON at line 1, column 17 (byte 16): Unexpected end-of-input: expected close marker for Object.");
    assertInvalid("{} {}", "", "something follows the value");
    assertInvalid("{'type':1}", "", "not JSON at line 1");
  }

  @Test
  void refusesAKeyThatIsThereTwice() {
    assertInvalid(
        "{\"properties\":{\"a\":{},\"a\":{\"type\":\"string\"}}}",
        "/properties/a",
        "Duplicate field 'a'");
  }

  @Test
  void refusesNestingWithoutRunningOutOfStack() {
    assertValid(nested(45));
    assertInvalid(nested(60), "", "nested deeper than 100 levels at line 1");
    assertInvalid(nested(1_000), "", "nested deeper than 100 levels at line 1");
    assertInvalid("[".repeat(400_000), "", "nested deeper than 100 levels");
  }

  @Test
  void refusesTextThatIsTooLong() {
    assertValid("{\"title\":\"" + "a".repeat(999_000) + "\"}");
    assertInvalid(
        "{\"title\":\"" + "a".repeat(1_000_000) + "\"}", "", "at most 1,000,000 are read");
    assertInvalid(
        "{\"title\":\"" + "é".repeat(600_000) + "\"}", "", "The text has 1,200,012 bytes");
  }

  @Test
  void refusesNumbersThatNobodyCanHold() {
    assertInvalid("{\"maximum\":1e999}", "/maximum", "larger or smaller");
    assertInvalid("{\"enum\":[1,-1e-999999999]}", "/enum/1", "larger or smaller");
    assertInvalid("{\"maximum\":1e99999999999999}", "/maximum", "larger or smaller");
    assertValid("{\"maximum\":1.7976931348623157e308}");
  }

  @Test
  void refusesADialectItDoesNotKnow() {
    assertInvalid(
        "{\"$schema\":\"https://example.com/mine\"}", "/$schema", "which is not known here");
  }

  @Test
  void refusesLocalReferencesThatLeadNowhere() {
    assertInvalid(
        "{\"properties\":{\"stop\":{\"$ref\":\"#/$defs/Stop\"}}}",
        "/properties/stop/$ref",
        "\"#/$defs/Stop\" leads to nothing");
    assertInvalid("{\"allOf\":[{\"$ref\":\"#stop\"}]}", "/allOf/0/$ref", "leads to nothing");
    assertInvalid(
        "{\"title\":\"t\",\"properties\":{\"a\":{\"$ref\":\"#/title\"}}}",
        "/properties/a/$ref",
        "leads to a text, not to a schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$ref\":\"https://example.com/elsewhere.json#/x\"}",
        "{\"$defs\":{\"a~b/c d\":{}},\"$ref\":\"#/$defs/a~0b~1c%20d\"}",
        "{\"$defs\":{\"s\":{\"$anchor\":\"stop\"}},\"$ref\":\"#stop\"}",
        "{\"$id\":\"urn:northwind:schema:x:1\",\"$defs\":{\"s\":{}},\"$ref\":\"urn:northwind:schema:x:1#/$defs/s\"}",
        "{\"$id\":\"https://example.com/a/root.json\",\"$defs\":{\"s\":{\"$id\":\"stop.json\",\"$defs\":{\"t\":{}}}},\"$ref\":\"stop.json#/$defs/t\"}",
        "{\"definitions\":{\"s\":{}},\"components\":{\"t\":{\"$ref\":\"#/definitions/s\"}},\"$ref\":\"#/components/t\"}",
        "{\"properties\":{\"$ref\":{\"type\":\"string\"}},\"const\":{\"$ref\":\"#/nowhere\"}}",
        "{\"$defs\":{\"n\":{\"properties\":{\"n\":{\"$ref\":\"#/$defs/n\"}}}},\"$ref\":\"#/$defs/n\"}",
      })
  void followsReferences(String text) {
    assertValid(text);
  }

  @Test
  void refusesASchemaThatAsksItselfForever() {
    assertInvalid("{\"$ref\":\"#\"}", "", "refers to itself for the very same value");
    assertInvalid(
        "{\"$defs\":{\"a\":{\"anyOf\":[{\"$ref\":\"#/$defs/b\"}]},\"b\":{\"$ref\":\"#/$defs/a\"}},\"$ref\":\"#/$defs/a\"}",
        "/$defs/a",
        "refers to itself");
  }

  @Test
  void refusesPatternsThatAreNoRegularExpressions() {
    assertInvalid(
        "{\"properties\":{\"a\":{\"pattern\":\"[A-\"}}}",
        "/properties/a/pattern",
        "The pattern \"[A-\" is no regular expression: ");
    assertInvalid(
        "{\"patternProperties\":{\"(\":{}}}", "/patternProperties/(", "no regular expression");
  }

  @Test
  void writesEqualSchemasAsEqualTexts() {
    String canonical = "{\"enum\":[0,1,100,1.5,\"é\\n\"],\"type\":\"number\"}";
    for (String text :
        List.of(
            "{\"type\":\"number\",\"enum\":[0,1,100,1.5,\"é\\n\"]}",
            " { \"enum\" : [ -0.0 , 1.0, 1e2, 15e-1, \"\\u00e9\\u000a\" ], \"type\" : \"number\" } ")) {
      assertEquals(canonical, assertValid(text).canonical());
    }
    assertEquals(canonical, assertValid(canonical).canonical());
  }

  @Test
  void keepsDifferentSchemasApart() {
    assertNotEquals(
        assertValid("{\"enum\":[1]}").canonical(), assertValid("{\"enum\":[\"1\"]}").canonical());
    assertNotEquals(
        assertValid("{\"required\":[\"a\",\"b\"]}").canonical(),
        assertValid("{\"required\":[\"b\",\"a\"]}").canonical());
  }

  private static String nested(int levels) {
    return "{\"properties\":{\"a\":".repeat(levels) + "true" + "}}".repeat(levels);
  }

  private static SchemaDocument.Valid assertValid(String text) {
    return assertInstanceOf(SchemaDocument.Valid.class, SchemaDocument.parse(text));
  }

  private static void assertInvalid(String text, String pointer, String problem) {
    SchemaDocument.Invalid invalid =
        assertInstanceOf(SchemaDocument.Invalid.class, SchemaDocument.parse(text));
    assertTrue(invalid.problem().contains(problem), invalid.problem());
    assertEquals(pointer, invalid.pointer(), invalid.problem());
  }
}
