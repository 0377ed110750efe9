package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncompatibilityTest {
  private static final String OFFER =
      """
      {'$id': 'urn:northwind:schema:northwind.planning.v1.LoadOffered:1', 'type': 'object',
       'properties': {
         'loadId': {'type': 'string'},
         'windowEnd': {'type': 'string', 'format': 'date-time', 'description': 'Until when.'},
         'distanceKm': {'type': 'number', 'minimum': 0, 'maximum': 10000, 'x-unit': 'km'},
         'priority': {'enum': ['LOW', 'HIGH']},
         'stops': {'type': 'array', 'items': {'$ref': '#/$defs/northwind.planning.v1.Stop'}}},
       'required': ['loadId'],
       '$defs': {'northwind.planning.v1.Stop': {'type': 'object', 'properties': {'stopId': {'type': 'string'}}}}}
      """;

  @Test
  void explainsARemovedProperty() {
    assertExplained(
        """
        FORWARD is broken: A property is gone.
          where    /properties/windowEnd
          rule     PROPERTY_REMOVED
          older    {"type":"string","format":"date-time","description":"Until when."}
          newer    (nothing)
          why      Readers of the older schema silently stop getting 'windowEnd', and the name could come back with another meaning.
          instead  keep 'windowEnd' and stop filling it; mark it deprecated
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster
        """,
        OFFER.replaceFirst("'windowEnd'.*,\n", ""),
        Direction.FORWARD);
  }

  @Test
  void explainsARename() {
    assertExplained(
        """
        FORWARD is broken: A property is gone and one of the same shape is new: a rename.
          where    /properties/windowCloses
          rule     PROPERTY_RENAMED
          older    {"windowEnd":{"type":"string","format":"date-time","description":"Until when."}}
          newer    {"windowCloses":{"type":"string","format":"date-time","description":"Until when."}}
          why      Readers of the older schema look for 'windowEnd' and never find it again: what they want is now called 'windowCloses'.
          instead  keep 'windowEnd'; say a better name in its title or description
          or       add 'windowCloses' as a second, optional property, and fill both
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster
        """,
        OFFER.replace("'windowEnd'", "'windowCloses'"),
        Direction.FORWARD);
  }

  @Test
  void explainsANewRequiredProperty() {
    assertExplained(
        """
        BACKWARD is broken: A new property is required and has no default.
          where    /properties/carrierId
          rule     REQUIRED_PROPERTY_ADDED
          older    (nothing)
          newer    {"type":"string"}
          why      Data of the older schema never holds 'carrierId', so readers of the newer one turn all of it away.
          instead  make 'carrierId' optional
          or       give it a default
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster
        """,
        OFFER
            .replace("'loadId': {", "'carrierId': {'type': 'string'}, 'loadId': {")
            .replace("['loadId']", "['loadId', 'carrierId']"),
        Direction.BACKWARD);
  }

  @Test
  void explainsAPropertyThatBecomesRequired() {
    assertExplained(
        """
        BACKWARD is broken: A property that was optional is required and has no default.
          where    /required
          rule     REQUIRED_ADDED
          older    {"required":["loadId"]}
          newer    {"required":["loadId","windowEnd"]}
          why      Data of the older schema may lack 'windowEnd', and readers of the newer one turn that away.
          instead  leave 'windowEnd' optional, and let producers always fill it
          or       give it a default
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster
        """,
        OFFER.replace("['loadId']", "['loadId', 'windowEnd']"),
        Direction.BACKWARD);
  }

  @Test
  void explainsARetypedPropertyOfADefinition() {
    assertExplained(
        """
        BACKWARD is broken: A value has another type.
          where    /$defs/northwind.planning.v1.Stop/properties/stopId/type
          rule     TYPE_CHANGED
          older    {"type":"string"}
          newer    {"type":"integer"}
          why      Data of the older schema holds 'stopId' as string; readers of the newer one expect integer.
          instead  keep 'stopId' as it is and add a new optional property of the new type
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster
        """,
        OFFER.replace("'stopId': {'type': 'string'}", "'stopId': {'type': 'integer'}"),
        Direction.BACKWARD);
  }

  @Test
  void explainsANarrowerRange() {
    assertExplained(
        """
        BACKWARD is broken: A number may be from a narrower range.
          where    /properties/distanceKm/maximum
          rule     RANGE_NARROWED
          older    {"maximum":10000}
          newer    {"maximum":5000}
          why      Data of the older schema may hold a number for 'distanceKm' that is outside the newer range; readers turn it away.
          instead  keep the range, and let producers stay in the narrower one
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster
        """,
        OFFER.replace("10000", "5000"),
        Direction.BACKWARD);
  }

  @Test
  void explainsANewValueOfAClosedList() {
    assertExplained(
        """
        FORWARD is broken: A closed list has a new value.
          where    /properties/priority/enum
          rule     ENUM_VALUE_ADDED
          older    {"enum":["LOW","HIGH"]}
          newer    {"enum":["LOW","HIGH","URGENT"]}
          why      Readers of the older schema know only the values of their list and turn "URGENT" away.
          instead  say it in a new optional property beside 'priority'
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster; make the list open there, so that values may come
        """,
        OFFER.replace("'HIGH']", "'HIGH', 'URGENT']"),
        Direction.FORWARD);
  }

  @Test
  void explainsAnotherUnit() {
    assertExplained(
        """
        BACKWARD is broken: A number has another unit.
          where    /properties/distanceKm/x-unit
          rule     UNIT_CHANGED
          older    {"x-unit":"km"}
          newer    {"x-unit":"[mi_i]"}
          why      Data of the older schema holds 'distanceKm' in km; readers of the newer one take the same number for [mi_i]. Nothing fails: it is only wrong.
          instead  keep 'distanceKm' in km and add a new optional property in the new unit, with the unit in its name
          or       make a new version: northwind.planning.v2.LoadOffered, with replaces and an upcaster
        """,
        OFFER.replace("'x-unit': 'km'", "'x-unit': '[mi_i]'"),
        Direction.BACKWARD);
  }

  @Test
  void cutsLongFragments() {
    JsonNode older =
        Schemas.schema("{'properties': {'a': {'description': '" + "long ".repeat(100) + "'}}}");
    Incompatibility removed =
        Compatibility.check(older, Schemas.schema("{'type': 'object'}"), Direction.FORWARD).stream()
            .filter(found -> found.rule() == Rule.PROPERTY_REMOVED)
            .findFirst()
            .orElseThrow();
    assertTrue(removed.explain().lines().allMatch(line -> line.length() < 250), removed.explain());
    assertTrue(removed.explain().contains("… (518 characters)"), removed.explain());
  }

  @Test
  void leavesNoPlaceToFillInAnySentenceOfTheTable() {
    refusalsOfTheTable()
        .forEach(
            refusal -> {
              assertTrue(
                  !refusal.explain().matches("(?s).*\\{(name|older|newer|next)}.*"),
                  refusal.explain());
              assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
              assertTrue(!refusal.waysOut().isEmpty(), refusal.explain());
            });
  }

  @Test
  void pointsIntoTheNewerSchemaOrElseIntoTheOlder() {
    CompatibilityTable.cells()
        .forEach(
            cell ->
                refusals(cell)
                    .forEach(
                        refusal -> {
                          boolean somewhere =
                              !cell.after().at(refusal.pointer()).isMissingNode()
                                  || !cell.before().at(refusal.pointer()).isMissingNode();
                          assertTrue(somewhere, cell.change() + "\n" + refusal.explain());
                        }));
  }

  private static Stream<Incompatibility> refusalsOfTheTable() {
    return CompatibilityTable.cells().flatMap(IncompatibilityTest::refusals);
  }

  private static Stream<Incompatibility> refusals(CompatibilityTable.Cell cell) {
    return Stream.of(Direction.values())
        .flatMap(d -> Compatibility.check(cell.before(), cell.after(), d).stream());
  }

  private static void assertExplained(String text, String newer, Direction direction) {
    List<Incompatibility> broken =
        Compatibility.check(Schemas.schema(OFFER), Schemas.schema(newer), direction);
    assertEquals(text, String.join("\n", broken.stream().map(Incompatibility::explain).toList()));
  }
}
