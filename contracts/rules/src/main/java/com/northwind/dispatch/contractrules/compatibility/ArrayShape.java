package com.northwind.dispatch.contractrules.compatibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an alternative says of the elements of a list.
///
/// @param listed the elements with a schema of their own position
/// @param rest every element after those
/// @param longest how many there can be at most, when that is known
record ArrayShape(List<Place> listed, Place rest, Optional<Integer> longest) {
  static ArrayShape of(Shape shape) {
    List<List<At>> lists = new ArrayList<>();
    List<At> rests = new ArrayList<>();
    int positions = 0;
    for (At schema : shape.plain()) {
      List<At> listed = listed(schema);
      lists.add(listed);
      rests.add(rest(schema));
      positions = Math.max(positions, listed.size());
    }
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < positions; i++) {
      List<At> parts = new ArrayList<>();
      for (int j = 0; j < lists.size(); j++) {
        parts.add(i < lists.get(j).size() ? lists.get(j).get(i) : rests.get(j));
      }
      places.add(place(parts));
    }
    Place rest = rests.isEmpty() ? Place.of(At.anything(shape.pointer() + "/items")) : place(rests);
    return new ArrayShape(List.copyOf(places), rest, longest(shape, places, rest));
  }

  /// What holds for the element at a position.
  Place element(int position) {
    return position < listed.size() ? listed.get(position) : rest;
  }

  /// Whether there can be an element at a position at all.
  boolean reaches(int position) {
    return longest.map(most -> position < most).orElse(true);
  }

  private static Optional<Integer> longest(Shape shape, List<Place> listed, Place rest) {
    Optional<BigDecimal> keyword = Limits.ELEMENTS.most(shape);
    Optional<Integer> most =
        keyword
            .filter(limit -> limit.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
            .map(BigDecimal::intValue);
    if (!rest.allowsNothing()) {
      return most;
    }
    return Optional.of(most.map(limit -> Math.min(limit, listed.size())).orElse(listed.size()));
  }

  private static List<At> listed(At schema) {
    At list = schema.child(schema.has("prefixItems") ? "prefixItems" : "items");
    List<At> listed = new ArrayList<>();
    if (list.node().isArray()) {
      for (int i = 0; i < list.node().size(); i++) {
        listed.add(list.child(i));
      }
    }
    return listed;
  }

  private static At rest(At schema) {
    boolean listedInItems = schema.node().path("items").isArray();
    for (String keyword :
        List.of(listedInItems ? "additionalItems" : "items", "unevaluatedItems")) {
      if (schema.has(keyword)) {
        return schema.child(keyword);
      }
    }
    return At.anything(schema.pointer() + "/items");
  }

  /// Leaves out what allows anything, as long as something is left.
  private static Place place(List<At> parts) {
    List<At> saying = parts.stream().filter(part -> !part.allowsAnything()).toList();
    return saying.isEmpty() ? Place.of(parts.getFirst()) : new Place(saying);
  }
}
