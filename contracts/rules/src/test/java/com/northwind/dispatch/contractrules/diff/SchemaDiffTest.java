package com.northwind.dispatch.contractrules.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.northwind.dispatch.contractrules.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaDiffTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": 1}                    | {"a": 1, "b": {"c": 2}}      | + /b {"c":2}
          {"a": 1, "b": 2}            | {"a": 1}                     | - /b 2
          {"a": {"b": 1}}             | {"a": {"b": 2}}              | ~ /a/b 1 → 2
          {"a": [1, 2]}               | {"a": [1, 3]}                | ~ /a [1,2] → [1,3]
          {"a": [{"b": 1}, {"c": 2}]} | {"a": [{"b": 1}, {"c": 3}]}  | ~ /a/1/c 2 → 3
          {"x/y": 1}                  | {"x/y": 2}                   | ~ /x~1y 1 → 2
          """)
  void aPlaceThatDiffersIsALine(String older, String newer, String line) {
    assertEquals(List.of(line), between(older, newer).stream().map(SchemaChange::line).toList());
  }

  @Test
  void theNumberOfTheRevisionIsNoDifference() {
    assertEquals(List.of(), between("{\"$id\": \"a:1\"}", "{\"$id\": \"a:2\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"description": "a"}                  | {"description": "b"}                  | true
          {"examples": [1]}                     | {"examples": [2]}                     | true
          {"x-values": {"A": "a"}}              | {"x-values": {"A": "b"}}              | true
          {"properties": {"description": 1}}    | {"properties": {"description": 2}}    | false
          {"maximum": 1}                        | {"maximum": 2}                        | false
          """)
  void wordsAreToldFromRules(String older, String newer, boolean isWording) {
    assertEquals(isWording, between(older, newer).get(0).isWording());
  }

  private static List<SchemaChange> between(String older, String newer) {
    return SchemaDiff.between(JsonText.parse(older), JsonText.parse(newer));
  }
}
