package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompatibilityLevelTest {
  private static final String WITH_NOTE =
      "{'type': 'object', 'properties': {'id': {'type': 'string'}, 'note': {'type': 'string'}}}";
  private static final String WITHOUT_NOTE =
      "{'type': 'object', 'properties': {'id': {'type': 'string'}}}";
  private static final String NOTE_IS_A_NUMBER =
      "{'type': 'object', 'properties': {'id': {'type': 'string'}, 'note': {'type': 'integer'}}}";

  /// v1 had the note, v2 dropped it, v3 brings the name back as something else: seen from v2
  /// nothing is wrong.
  @Test
  void refusesABreakThatAVersionBetweenHidesOnlyWhenTransitive() {
    SortedMap<Integer, JsonNode> versions = versions(WITH_NOTE, WITHOUT_NOTE);
    assertEquals(List.of(), conflicts(CompatibilityLevel.NONE, versions));
    assertEquals(List.of(), conflicts(CompatibilityLevel.BACKWARD, versions));
    assertEquals(List.of(), conflicts(CompatibilityLevel.FORWARD, versions));
    assertEquals(List.of(), conflicts(CompatibilityLevel.FULL, versions));
    assertEquals(
        List.of("1 BACKWARD TYPE_CHANGED"),
        conflicts(CompatibilityLevel.BACKWARD_TRANSITIVE, versions));
    assertEquals(
        List.of("1 FORWARD TYPE_CHANGED"),
        conflicts(CompatibilityLevel.FORWARD_TRANSITIVE, versions));
    assertEquals(
        List.of("1 BACKWARD TYPE_CHANGED", "1 FORWARD TYPE_CHANGED"),
        conflicts(CompatibilityLevel.FULL_TRANSITIVE, versions));
  }

  @Test
  void comparesWithTheNewestVersionFirst() {
    SortedMap<Integer, JsonNode> versions = versions(WITH_NOTE, WITH_NOTE, WITH_NOTE);
    assertEquals(
        List.of("3 FORWARD TYPE_CHANGED", "2 FORWARD TYPE_CHANGED", "1 FORWARD TYPE_CHANGED"),
        conflicts(CompatibilityLevel.FORWARD_TRANSITIVE, versions));
    assertEquals(
        List.of("3 FORWARD TYPE_CHANGED"), conflicts(CompatibilityLevel.FORWARD, versions));
  }

  @ParameterizedTest
  @EnumSource(CompatibilityLevel.class)
  void takesTheFirstVersionWhateverItIs(CompatibilityLevel level) {
    assertEquals(List.of(), level.check(new TreeMap<>(), Schemas.schema(WITH_NOTE)));
  }

  @ParameterizedTest
  @EnumSource(CompatibilityLevel.class)
  void takesAnOptionalPropertyMore(CompatibilityLevel level) {
    assertEquals(List.of(), level.check(versions(WITHOUT_NOTE), Schemas.schema(WITH_NOTE)));
  }

  private static List<String> conflicts(
      CompatibilityLevel level, SortedMap<Integer, JsonNode> versions) {
    return level.check(versions, Schemas.schema(NOTE_IS_A_NUMBER)).stream()
        .map(
            conflict ->
                conflict.version()
                    + " "
                    + conflict.incompatibility().direction()
                    + " "
                    + conflict.incompatibility().rule())
        .toList();
  }

  private static SortedMap<Integer, JsonNode> versions(String... schemas) {
    SortedMap<Integer, JsonNode> versions = new TreeMap<>();
    for (String schema : schemas) {
      versions.put(versions.size() + 1, Schemas.schema(schema));
    }
    return versions;
  }
}
