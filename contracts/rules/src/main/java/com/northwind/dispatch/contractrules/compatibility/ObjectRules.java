package com.northwind.dispatch.contractrules.compatibility;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Objects: properties that stay, what is required, how many there are, and names that are not
/// listed. Properties that come or go are for [ComingAndGoing].
final class ObjectRules {
  private ObjectRules() {}

  static void compare(Pair<Shape> shapes, Comparison walk) {
    Pair<ObjectShape> objects =
        shapes.with(ObjectShape.of(shapes.writer()), ObjectShape.of(shapes.reader()));
    int properties = objects.older().properties().size() + objects.newer().properties().size();
    if (!walk.maySpend(properties)) {
      return;
    }
    Limits.compare(
        shapes,
        Limits.PROPERTIES,
        objects.writer().required().size(),
        objects.writer().most(),
        walk);
    ComingAndGoing.compare(objects, walk);
    compareCommon(objects, walk);
    compareRequired(objects, walk);
    compareDependencies(shapes, objects, walk);
    compareRest(objects, walk);
  }

  private static void compareCommon(Pair<ObjectShape> objects, Comparison walk) {
    objects
        .older()
        .properties()
        .forEach(
            (name, older) -> {
              Place newer = objects.newer().properties().get(name);
              if (newer != null) {
                Pair<Place> places = new Pair<>(older, newer, objects.direction());
                walk.later(places);
                compareDefaults(name, places, objects.writer(), walk);
              }
            });
    objects
        .older()
        .patterns()
        .forEach(
            (pattern, older) -> {
              Place newer = objects.newer().patterns().get(pattern);
              if (newer != null) {
                walk.later(new Pair<>(older, newer, objects.direction()));
              }
            });
  }

  /// A default matters where the writer may leave the property out.
  private static void compareDefaults(
      String name, Pair<Place> places, ObjectShape writer, Comparison walk) {
    Pair<Expansion> sides = walk.expand(places);
    Optional<At> written = sides.writer().defaultValue();
    if (written.isEmpty()
        || writer.required().containsKey(name)
        || Defaults.same(written, sides.reader().defaultValue())) {
      return;
    }
    Rule rule =
        sides.reader().defaultValue().isPresent()
            ? Rule.DEFAULT_CHANGED
            : places.rule(Rule.DEFAULT_REMOVED, Rule.DEFAULT_ADDED);
    walk.refuse(
        places.direction(),
        Refusal.ofKeyword(rule, sides.older().defaultValue(), sides.newer().defaultValue())
            .name("'" + name + "'"));
  }

  private static void compareRequired(Pair<ObjectShape> objects, Comparison walk) {
    for (Map.Entry<String, At> required : objects.reader().required().entrySet()) {
      String name = required.getKey();
      boolean isRemoved =
          objects.direction() == Direction.FORWARD
              && objects.older().properties().containsKey(name)
              && !objects.newer().properties().containsKey(name);
      boolean isAdded =
          objects.direction() == Direction.BACKWARD
              && objects.newer().properties().containsKey(name)
              && !objects.older().properties().containsKey(name);
      if (!objects.writer().required().containsKey(name)
          && !isRemoved
          && !isAdded
          && !Defaults.hasOne(name, objects, walk)) {
        Rule rule = objects.rule(Rule.REQUIRED_ADDED, Rule.REQUIRED_DROPPED);
        walk.refuse(
            objects.direction(),
            Refusal.ofKeyword(
                    rule, anyRequired(objects.older(), name), anyRequired(objects.newer(), name))
                .name("'" + name + "'")
                .words(name, name));
      }
    }
  }

  /// The list that has a name, or one that could have it.
  private static Optional<At> anyRequired(ObjectShape object, String name) {
    return Optional.ofNullable(object.required().get(name))
        .or(() -> object.required().values().stream().findFirst());
  }

  private static void compareDependencies(
      Pair<Shape> shapes, Pair<ObjectShape> objects, Comparison walk) {
    ObjectShape writer = objects.writer();
    objects
        .reader()
        .dependencies()
        .forEach(
            (trigger, wanted) -> {
              Set<String> written = new LinkedHashSet<>(writer.required().keySet());
              written.addAll(writer.dependencies().getOrDefault(trigger, Set.of()));
              boolean isWritten =
                  writer.properties().containsKey(trigger)
                      || writer.required().containsKey(trigger);
              if (isWritten && !written.containsAll(wanted)) {
                walk.refuse(
                    objects.direction(),
                    Refusal.ofKeyword(
                            objects.rule(Rule.DEPENDENCY_ADDED, Rule.DEPENDENCY_DROPPED),
                            dependency(shapes.older()),
                            dependency(shapes.newer()))
                        .name("'" + trigger + "'"));
              }
            });
  }

  private static Optional<At> dependency(Shape shape) {
    return shape.first("dependentRequired").or(() -> shape.first("dependencies"));
  }

  private static void compareRest(Pair<ObjectShape> objects, Comparison walk) {
    Pair<Place> rests = objects.with(objects.writer().rest(), objects.reader().rest());
    if (rests.writer().allowsNothing() || rests.reader().allowsAnything()) {
      return;
    }
    if (rests.reader().allowsNothing()) {
      Optional<At> older = Optional.of(rests.older().first());
      Optional<At> newer = Optional.of(rests.newer().first());
      walk.refuse(
          objects.direction(),
          Refusal.ofKeyword(
              objects.rule(Rule.CONTENT_MODEL_CLOSED, Rule.CONTENT_MODEL_OPENED), older, newer));
    } else {
      walk.later(rests);
    }
  }
}
