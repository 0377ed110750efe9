package com.northwind.dispatch.contractrules.compatibility;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Properties that only one of the two schemas lists.
///
/// An optional property may always come, also where the schema is closed: readers pass over names
/// they do not know. Only where all unlisted names already have a schema (a map) must the new one
/// fit that. A property that goes is always missed by readers of the older schema.
final class ComingAndGoing {
  private final Pair<ObjectShape> objects;
  private final Comparison walk;
  private final Map<String, Place> gone = new LinkedHashMap<>();
  private final Map<String, Place> come = new LinkedHashMap<>();
  private final Renames renames;

  private ComingAndGoing(Pair<ObjectShape> objects, Comparison walk) {
    this.objects = objects;
    this.walk = walk;
    collect(objects.older().properties(), objects.newer().properties(), gone);
    collect(objects.newer().properties(), objects.older().properties(), come);
    this.renames = Renames.between(gone, come, objects);
  }

  static void compare(Pair<ObjectShape> objects, Comparison walk) {
    ComingAndGoing properties = new ComingAndGoing(objects, walk);
    properties.gone.forEach(properties::goes);
    properties.come.forEach(properties::comes);
    properties.patterns();
  }

  private void goes(String name, Place older) {
    if (!older.allowsNothing() && isMissed(older, objects.newer().schemaOf(name))) {
      refuseGone(name, older);
    }
  }

  private boolean isMissed(Place older, Place newer) {
    return objects.direction() == Direction.FORWARD
        || newer.allowsNothing()
        || (!newer.allowsAnything() && !walk.holds(new Pair<>(older, newer, objects.direction())));
  }

  private void refuseGone(String name, Place older) {
    Optional<At> before = Optional.of(older.first());
    Refusal refusal =
        renames
            .newNameOf(name)
            .map(now -> renamed(new Renames.Named(name, older), now))
            .orElseGet(() -> Refusal.ofSchema(Rule.PROPERTY_REMOVED, before, Optional.empty()));
    walk.refuse(objects.direction(), refusal.name("'" + name + "'"));
  }

  private static Refusal renamed(Renames.Named before, Renames.Named now) {
    return Refusal.ofKeyword(
            Rule.PROPERTY_RENAMED,
            Optional.of(before.place().first()),
            Optional.of(now.place().first()))
        .words("'" + before.name() + "'", "'" + now.name() + "'")
        .name("'" + before.name() + "'");
  }

  private void comes(String name, Place newer) {
    if (newer.allowsNothing()) {
      return;
    }
    if (objects.direction() == Direction.BACKWARD
        && objects.newer().required().containsKey(name)
        && !Defaults.hasOne(name, objects, walk)) {
      refuseRequired(name, newer);
    }
    Place before = objects.older().schemaOf(name);
    boolean isClosed = before.equals(objects.older().rest()) && before.allowsNothing();
    if (!before.allowsAnything()
        && !isClosed
        && !walk.holds(new Pair<>(before, newer, objects.direction()))) {
      walk.refuse(
          objects.direction(),
          Refusal.ofSchema(
                  Rule.PROPERTY_UNLIKE_THE_OTHERS,
                  Optional.of(before.first()),
                  Optional.of(newer.first()))
              .name("'" + name + "'"));
    }
  }

  private void refuseRequired(String name, Place newer) {
    Optional<At> now = Optional.of(newer.first());
    walk.refuse(
        objects.direction(),
        renames
            .oldNameOf(name)
            .map(before -> renamed(before, new Renames.Named(name, newer)))
            .orElseGet(
                () ->
                    Refusal.ofSchema(Rule.REQUIRED_PROPERTY_ADDED, Optional.empty(), now)
                        .name("'" + name + "'")));
  }

  /// Patterns of names come and go as names do.
  private void patterns() {
    objects
        .older()
        .patterns()
        .forEach(
            (pattern, older) -> {
              boolean stays = objects.newer().patterns().containsKey(pattern);
              if (!stays && !older.allowsNothing() && isMissed(older, objects.newer().rest())) {
                walk.refuse(
                    objects.direction(),
                    Refusal.ofSchema(
                            Rule.PROPERTY_REMOVED, Optional.of(older.first()), Optional.empty())
                        .name("names like '" + pattern + "'"));
              }
            });
    objects.newer().patterns().forEach(this::patternComes);
  }

  private void patternComes(String pattern, Place newer) {
    Place before = objects.older().rest();
    if (!objects.older().patterns().containsKey(pattern)
        && !before.allowsAnything()
        && !before.allowsNothing()
        && !walk.holds(new Pair<>(before, newer, objects.direction()))) {
      walk.refuse(
          objects.direction(),
          Refusal.ofSchema(
                  Rule.PROPERTY_UNLIKE_THE_OTHERS,
                  Optional.of(before.first()),
                  Optional.of(newer.first()))
              .name("names like '" + pattern + "'"));
    }
  }

  private static void collect(
      Map<String, Place> from, Map<String, Place> without, Map<String, Place> into) {
    from.forEach(
        (name, place) -> {
          if (!without.containsKey(name)) {
            into.put(name, place);
          }
        });
  }
}
