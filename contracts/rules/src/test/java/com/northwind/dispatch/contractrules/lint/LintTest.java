package com.northwind.dispatch.contractrules.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.Golden;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
  private static final List<Finding> BROKEN = Lint.check(Fixture.broken().contracts());

  @Test
  void contractsThatKeepTheRulesHaveNoFinding() {
    assertEquals(List.of(), Lint.check(Fixture.depot().contracts()));
  }

  @Test
  void everyFindingNamesPlaceProblemAndWayOut() {
    Golden.check(
        "lint.txt",
        BROKEN.stream().map(Finding::toString).collect(Collectors.joining("\n", "", "\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nowhere            | is an event on no known topic
          Nowhere            | does not say which field keys its records
          Nowhere            | replaces northwind.broken.v1.Part, which is no event
          Keyless            | is keyed by 'gate', which is none of its fields
          Keyless            | replaces itself
          ListKeyed.gate_ids | keys the records of its event but is no single text
          Part               | has no comment
          Part.silent        | has no comment
          Odd                | has no comment
          Odd.ODD_SECOND     | has no comment
          Odd                | does not begin with ODD_UNSPECIFIED = 0
          Odd.STRANGE        | does not begin with its enum's name
          Part.big           | is a 64-bit integer, which JSON would carry as text
          Part.fixed         | is a 64-bit integer, which JSON would carry as text
          Part.any           | is a google.protobuf.Any
          Part.wrapped       | is a google.protobuf.StringValue
          Part.by_number     | is a map whose keys are no texts
          Part.created       | is a time but is not named *_time
          Part.made_time     | is named as a time but is text
          Part.way_km        | is a number without a unit
          Part.count         | is a number without a unit
          Part.stride        | has the unit [ft_i], which nobody listed
          Part.height_m      | is named in m but has the unit km
          Part.speed         | has the unit km/h but its name does not say so
          Part.label         | has the unit kg but is no number
          Part.flag          | is required, but JSON leaves false out
          Part.ordinal       | is required, but JSON leaves 0 out
          Part.ratio         | has min 2.0 above max 1.0
          Part.text_range    | has a smallest or largest value but is no number
          Part.patterned     | has a rule for texts but is no text
          Part.odd_pattern   | has a pattern that is no regular expression
          Part.bare          | is required but shows no example
          Part.code          | has a pattern but shows no example
          Part.wrong_text    | shows the example 'abc', which breaks its own rule
          Part.wrong_number  | shows the example '7.5', which breaks its own rule
          Part.wrong_kind    | shows the example 'seven', which breaks its own rule: it is no integer
          Part.wrong_time    | shows the example 'yesterday', which breaks its own rule
          Part.wrong_value   | shows the example 'ODD_NOT_THERE', which is no value of northwind.broken.v1.Odd
          Part.wrong_long    | shows the example 'abcd', which breaks its own rule
          """)
  void aBreachIsFound(String subject, String problem) {
    assertTrue(
        BROKEN.stream()
            .anyMatch(
                finding ->
                    finding.subject().equals("northwind.broken.v1." + subject)
                        && finding.problem().startsWith(problem)),
        () -> "no finding on " + subject + " in " + BROKEN);
  }

  @Test
  void aPackageWithoutAVersionIsFound() {
    assertTrue(
        BROKEN.stream()
            .anyMatch(finding -> finding.problem().equals("is in a package without a version")));
  }

  @ParameterizedTest
  @CsvSource({"fine_ordinal", "written_zero"})
  void whatIsRightHasNoFinding(String field) {
    assertFalse(BROKEN.stream().anyMatch(finding -> finding.subject().endsWith("." + field)));
  }

  @Test
  void aFindingPointsAtFileAndLine() {
    Finding silent =
        BROKEN.stream().filter(f -> f.subject().endsWith(".silent")).findFirst().orElseThrow();

    assertEquals("northwind/broken/v1/broken.proto", silent.place().file());
    assertTrue(silent.place().line() >= 90, silent.toString());
  }

  @Test
  void twoFieldsWithOneJsonNameAreFound() {
    // protoc refuses such files itself, older ones only warn; a descriptor set may come from
    // either.
    List<Finding> findings =
        Lint.check(
            Fixture.depot()
                .withGates(
                    file -> file.getMessageTypeBuilder(0).getFieldBuilder(6).setJsonName("gateId"))
                .contracts());

    assertEquals(1, findings.size(), findings.toString());
    assertEquals("has the JSON name 'gateId', as gate_id has", findings.get(0).problem());
  }

  @Test
  void aTopicWithoutKeyWritersReadersOrAGoodNameIsFound() {
    List<Finding> findings =
        Lint.check(Fixture.depot().withTopic("Gates", List.of(), 0).contracts());

    assertEquals(
        List.of(
            "has the name 'Gates'",
            "does not say what its records are keyed by",
            "does not say who writes and who reads it"),
        findings.stream().map(Finding::problem).toList());
  }

  @Test
  void twoTopicsOfOneNameAreFound() {
    List<Finding> findings =
        Lint.check(Fixture.depot().withTopic("depot.states", List.of("yard"), 1).contracts());

    assertEquals(
        List.of("has the name of TOPIC_DEPOT_GATES, depot.states"),
        findings.stream().map(Finding::problem).toList());
  }
}
