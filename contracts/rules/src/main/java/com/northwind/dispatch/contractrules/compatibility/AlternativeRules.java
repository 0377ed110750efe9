package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.northwind.dispatch.contractrules.document.Pointers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The alternatives of one type on both sides: each that is written needs one that reads it, and of
/// a `oneOf` exactly one.
final class AlternativeRules {
  private AlternativeRules() {}

  static void compare(
      JsonType type, Pair<List<Shape>> sides, Pair<Boolean> exclusive, Comparison walk) {
    List<Shape> written = sides.writer();
    List<Shape> readable = sides.reader();
    if (written.size() == 1 && readable.size() == 1) {
      ShapeRules.compare(type, sides.with(written.getFirst(), readable.getFirst()), walk);
      return;
    }
    Map<Shape, Shape> readers = new HashMap<>();
    for (Shape shape : written) {
      if (!walk.maySpend(readable.size())) {
        return;
      }
      Optional<Shape> reader = readerOf(type, shape, sides, walk);
      reader.ifPresent(found -> readers.put(shape, found));
      if (reader.isEmpty()) {
        refuse(type, shape, sides, walk);
      }
    }
    if (exclusive.reader() && readable.size() > 1) {
      readers.forEach(
          (writer, reader) -> noOtherReads(type, writer, reader, sides, exclusive, walk));
    }
  }

  /// The alternative that takes all of what one writes: its counterpart, if that does, else any.
  private static Optional<Shape> readerOf(
      JsonType type, Shape writer, Pair<List<Shape>> sides, Comparison walk) {
    Optional<Shape> counterpart = counterpart(writer, sides);
    if (counterpart.isPresent() && walk.holds(type, sides.with(writer, counterpart.get()))) {
      return counterpart;
    }
    return sides.reader().stream()
        .filter(reader -> walk.holds(type, sides.with(writer, reader)))
        .findFirst();
  }

  /// Says what is in the way: inside the counterpart, if there is one, else that the alternative as
  /// such has no reader.
  private static void refuse(
      JsonType type, Shape writer, Pair<List<Shape>> sides, Comparison walk) {
    Optional<Shape> counterpart = counterpart(writer, sides);
    if (counterpart.isPresent()) {
      ShapeRules.compare(type, sides.with(writer, counterpart.get()), walk);
      return;
    }
    boolean removed = sides.direction() == Direction.BACKWARD;
    Optional<At> alternative =
        writer.plain().isEmpty() ? Optional.empty() : Optional.of(own(writer));
    walk.refuse(
        sides.direction(),
        Refusal.ofSchema(
            removed ? Rule.ALTERNATIVE_REMOVED : Rule.ALTERNATIVE_ADDED,
            removed ? alternative : Optional.empty(),
            removed ? Optional.empty() : alternative));
  }

  /// The schema of the branch itself, not what it shares with the others.
  private static At own(Shape shape) {
    return shape.plain().stream()
        .filter(at -> at.pointer().equals(shape.pointer()))
        .findFirst()
        .orElse(
            At.of(
                shape.pointer(),
                shape.plain().isEmpty() ? BooleanNode.TRUE : shape.plain().getLast().node()));
  }

  /// What the alternative was before or became: the one of the same name, else the one that
  /// requires the same, else the one in the same position.
  private static Optional<Shape> counterpart(Shape writer, Pair<List<Shape>> sides) {
    List<Shape> readable = sides.reader();
    Set<String> names = names(writer);
    if (!names.isEmpty()) {
      boolean onlyUnnamed = readable.size() == 1 && names(readable.getFirst()).isEmpty();
      return readable.stream().filter(r -> onlyUnnamed || names(r).equals(names)).findFirst();
    }
    Set<String> required = requiredItself(writer);
    if (!required.isEmpty()) {
      Optional<Shape> alike = onlyOrFirst(readable, r -> requiredItself(r).equals(required));
      if (alike.isPresent()) {
        return alike;
      }
    }
    boolean inOrder = readable.size() == sides.writer().size();
    return inOrder
        ? Optional.of(readable.get(sides.writer().indexOf(writer)))
        : onlyOrFirst(readable, reader -> false);
  }

  private static Optional<Shape> onlyOrFirst(List<Shape> shapes, Predicate<Shape> wanted) {
    return shapes.size() == 1
        ? Optional.of(shapes.getFirst())
        : shapes.stream().filter(wanted).findFirst();
  }

  private static Set<String> requiredItself(Shape shape) {
    Set<String> required = new HashSet<>();
    own(shape).node().path("required").forEach(name -> required.add(name.asText()));
    return required;
  }

  /// What tells an alternative from others: the definition it refers to, its title, the constants
  /// in it.
  private static Set<String> names(Shape shape) {
    Set<String> names = new HashSet<>();
    for (At schema : shape.plain()) {
      List<String> steps = Pointers.steps(schema.pointer());
      if (steps.size() == 2
          && (steps.getFirst().equals("$defs") || steps.getFirst().equals("definitions"))) {
        names.add(schema.pointer());
      }
      if (schema.has("title") && schema.pointer().equals(shape.pointer())) {
        names.add("title " + schema.node().path("title").asText());
      }
      schema
          .node()
          .path("properties")
          .properties()
          .forEach(
              property -> {
                if (property.getValue().has("const")) {
                  names.add(property.getKey() + " = " + property.getValue().path("const"));
                }
              });
    }
    return names;
  }

  /// What one alternative writes may match no second one of a `oneOf`: because nothing is of both,
  /// or because it was so in the writer's `oneOf` already.
  private static void noOtherReads(
      JsonType type,
      Shape writer,
      Shape reader,
      Pair<List<Shape>> sides,
      Pair<Boolean> exclusive,
      Comparison walk) {
    for (Shape other : sides.reader()) {
      if (other.equals(reader)
          || Disjoint.surely(type, sides.with(writer, other), walk)
          || (exclusive.writer() && wasOther(type, writer, other, sides, walk))) {
        continue;
      }
      boolean newer = sides.direction() == Direction.BACKWARD;
      Optional<At> at = Optional.of(At.of(other.pointer(), own(other).node()));
      walk.refuse(
          sides.direction(),
          Refusal.ofSchema(
              Rule.ALTERNATIVES_OVERLAP,
              newer ? Optional.empty() : at,
              newer ? at : Optional.empty()));
    }
  }

  /// Whether what the other alternative takes was, of what is written here, another alternative's
  /// already. Schemas that both of those share hold anyway.
  private static boolean wasOther(
      JsonType type, Shape writer, Shape other, Pair<List<Shape>> sides, Comparison walk) {
    return sides.writer().stream()
        .filter(before -> !before.equals(writer))
        .anyMatch(before -> walk.holds(type, sides.with(before.without(writer), other).reversed()));
  }
}
