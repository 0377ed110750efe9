package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.SchemaDocument;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CompatibilityTableTest {
  @TestFactory
  Stream<DynamicContainer> decidesEveryCellOfTheTable() {
    return CompatibilityTable.parts().stream()
        .map(
            part ->
                DynamicContainer.dynamicContainer(
                    part.title(), part.cells().stream().map(CompatibilityTableTest::cell)));
  }

  @Test
  void namesEveryChangeOnce() {
    List<String> changes =
        CompatibilityTable.parts().stream()
            .flatMap(part -> part.cells().stream().map(cell -> part.title() + ": " + cell.change()))
            .toList();
    assertEquals(changes.stream().distinct().toList(), changes);
  }

  @Test
  void hasACellForEveryRuleInEveryDirectionItRefuses() {
    for (Direction direction : Direction.values()) {
      Set<Rule> shown = EnumSet.noneOf(Rule.class);
      CompatibilityTable.cells()
          .flatMap(cell -> Stream.of(cell.verdict(direction).split(", ", -1)))
          .filter(rule -> !rule.equals("allowed"))
          .forEach(rule -> shown.add(Rule.valueOf(rule)));
      Set<Rule> refusing = EnumSet.noneOf(Rule.class);
      Stream.of(Rule.values()).filter(rule -> rule.refuses(direction)).forEach(refusing::add);
      refusing.remove(Rule.NOT_COMPARED);
      assertEquals(refusing, shown, direction.toString());
    }
  }

  @Test
  void takesEverySchemaOfTheTableAsItsOwnSuccessor() {
    CompatibilityTable.cells()
        .flatMap(cell -> Stream.of(cell.before(), cell.after()))
        .forEach(
            schema -> {
              assertEquals("allowed", walked(schema, Direction.BACKWARD), schema.toString());
              assertEquals("allowed", walked(schema, Direction.FORWARD), schema.toString());
            });
  }

  /// The verdict of the walk itself, without the short cut for equal documents.
  private static String walked(JsonNode schema, Direction direction) {
    List<Incompatibility> broken =
        Comparison.of(new SchemaTree(schema), new SchemaTree(schema), direction);
    return broken.isEmpty() ? "allowed" : broken.getFirst().explain();
  }

  private static DynamicTest cell(CompatibilityTable.Cell cell) {
    return DynamicTest.dynamicTest(
        cell.change(),
        () -> {
          assertSchema(cell.before());
          assertSchema(cell.after());
          assertEquals(
              "BACKWARD " + cell.backward() + ", FORWARD " + cell.forward(),
              "BACKWARD "
                  + CompatibilityTable.verdict(cell.before(), cell.after(), Direction.BACKWARD)
                  + ", FORWARD "
                  + CompatibilityTable.verdict(cell.before(), cell.after(), Direction.FORWARD));
          assertTrue(cell.why().endsWith("."), "the reason is a sentence");
        });
  }

  private static void assertSchema(JsonNode schema) {
    assertInstanceOf(SchemaDocument.Valid.class, SchemaDocument.parse(schema.toString()));
  }
}
