package com.northwind.dispatch.contractrules.compatibility;

import java.util.Optional;

/// Lists: their elements by position and after, how many, and whether they differ.
final class ArrayRules {
  private ArrayRules() {}

  static void compare(Pair<Shape> shapes, Comparison walk) {
    Pair<ArrayShape> arrays =
        shapes.with(ArrayShape.of(shapes.writer()), ArrayShape.of(shapes.reader()));
    Limits.compare(shapes, Limits.ELEMENTS, 0, arrays.writer().longest(), walk);
    compareElements(arrays, walk);
    compareUniqueness(shapes, arrays.writer(), walk);
  }

  private static void compareElements(Pair<ArrayShape> arrays, Comparison walk) {
    ArrayShape writer = arrays.writer();
    ArrayShape reader = arrays.reader();
    int positions = Math.max(writer.listed().size(), reader.listed().size());
    for (int i = 0; i <= positions; i++) {
      Pair<Place> elements = arrays.with(writer.element(i), reader.element(i));
      if (!writer.reaches(i) || elements.writer().allowsNothing() || !walk.maySpend(1)) {
        return;
      }
      if (elements.reader().allowsNothing()) {
        walk.refuse(
            arrays.direction(),
            Refusal.ofSchema(
                arrays.rule(Rule.ITEMS_CLOSED, Rule.ITEMS_OPENED),
                Optional.of(elements.older().first()),
                Optional.of(elements.newer().first())));
        return;
      }
      if (!elements.reader().allowsAnything()) {
        walk.later(elements);
      }
    }
  }

  private static void compareUniqueness(Pair<Shape> shapes, ArrayShape writer, Comparison walk) {
    boolean differ = isUnique(shapes.writer()) || writer.longest().filter(n -> n <= 1).isPresent();
    if (isUnique(shapes.reader()) && !differ) {
      walk.refuse(
          shapes.direction(),
          Refusal.ofKeyword(
              shapes.rule(Rule.UNIQUENESS_ADDED, Rule.UNIQUENESS_DROPPED),
              ShapeRules.first(shapes, "uniqueItems")));
    }
  }

  private static boolean isUnique(Shape shape) {
    return shape.all("uniqueItems").stream().anyMatch(at -> at.node().asBoolean());
  }
}
