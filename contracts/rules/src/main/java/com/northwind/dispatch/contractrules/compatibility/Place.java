package com.northwind.dispatch.contractrules.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One or several schemas that all hold for the same value: what `allOf` says of a property in two
/// of its members.
record Place(List<At> parts) {
  Place {
    parts = List.copyOf(parts);
  }

  static Place of(At only) {
    return new Place(List.of(only));
  }

  /// Where the first of the schemas is.
  At first() {
    return parts.getFirst();
  }

  /// The same for the same schemas of a document.
  String key() {
    return parts.stream().map(At::pointer).collect(Collectors.joining(" & "));
  }

  /// Both this and another schema.
  Place and(At other) {
    List<At> both = new ArrayList<>(parts);
    both.add(other);
    return new Place(both);
  }

  boolean allowsNothing() {
    return parts.stream().anyMatch(At::allowsNothing);
  }

  boolean allowsAnything() {
    return parts.stream().allMatch(At::allowsAnything);
  }
}
