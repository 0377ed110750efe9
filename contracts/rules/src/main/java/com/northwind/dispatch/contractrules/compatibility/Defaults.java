package com.northwind.dispatch.contractrules.compatibility;

import com.northwind.dispatch.contractrules.document.Canonical;
import java.util.Optional;

/// What a reader takes a missing property for.
final class Defaults {
  private Defaults() {}

  /// Whether two defaults are the same value, or both are missing.
  static boolean same(Optional<At> one, Optional<At> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty();
    }
    return Canonical.same(one.get().node(), other.get().node());
  }

  /// Whether the reader fills in a property that is missing: with a default that its own schema
  /// does not turn away.
  static boolean hasOne(String name, Pair<ObjectShape> objects, Comparison walk) {
    Place place = objects.reader().properties().get(name);
    if (place == null) {
      return false;
    }
    Expansion property = walk.expandReader(objects, place);
    return property
        .defaultValue()
        .filter(
            value ->
                property.shapes().stream()
                    .anyMatch(shape -> !Accepts.surelyNot(shape, value.node())))
        .isPresent();
  }
}
