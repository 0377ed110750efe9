package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.Dialect;
import com.northwind.dispatch.contractrules.document.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One schema document, opened up piece by piece as a comparison walks through it.
final class SchemaTree {
  private static final int MOST_ALTERNATIVES = 64;
  private static final int DEEPEST_NESTING_OF_UNIONS = 40;

  private static final Set<String> BESIDE_A_REFERENCE =
      Set.of(
          "title",
          "description",
          "$comment",
          "deprecated",
          "$schema",
          "$id",
          "$defs",
          "definitions");

  private final JsonNode root;
  private final Dialect dialect;
  private final References references;
  private final Map<String, Expansion> expansions = new HashMap<>();

  SchemaTree(JsonNode root) {
    this.root = root;
    this.dialect = Dialect.of(root).orElse(Dialect.DRAFT_2020_12);
    this.references = new References(root, dialect);
  }

  JsonNode root() {
    return root;
  }

  Place rootPlace() {
    return Place.of(At.of("", root));
  }

  /// The text of the reference that a place consists of, if it is nothing else.
  Optional<String> mereReference(Place place) {
    JsonNode schema = place.first().node();
    if (place.parts().size() > 1 || !schema.path("$ref").isTextual()) {
      return Optional.empty();
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!keyword.getKey().equals("$ref") && !BESIDE_A_REFERENCE.contains(keyword.getKey())) {
        return Optional.empty();
      }
    }
    return Optional.of(schema.path("$ref").textValue());
  }

  /// The place a reference at a place leads to, within the document.
  Optional<Place> follow(Place place, String reference) {
    return references.follow(place.first().pointer(), reference)
            instanceof References.Local(String pointer, JsonNode schema)
        ? Optional.of(Place.of(At.of(pointer, schema)))
        : Optional.empty();
  }

  /// What the schemas at a place allow.
  Expansion expand(Place place) {
    String key = place.key();
    Expansion known = expansions.get(key);
    if (known != null) {
      return known;
    }
    Expansion made = expandAnew(place);
    expansions.put(key, made);
    return made;
  }

  private Expansion expandAnew(Place place) {
    Flat flat = Flat.of(place.parts(), dialect, references);
    Alternatives alternatives = new Alternatives();
    List<Flat> all = alternatives.of(flat, 0, new HashSet<>());
    if (alternatives.gaveUp) {
      all = flat.forbidden() ? List.of() : List.of(flat);
    }
    List<Shape> shapes = all.stream().map(each -> each.shape(place.first().pointer())).toList();
    return new Expansion(
        shapes,
        alternatives.exclusive && shapes.size() > 1,
        flat.defaultValue(),
        alternatives.gaveUp);
  }

  /// Multiplies unions out into alternatives without any.
  private final class Alternatives {
    private boolean exclusive;
    private boolean gaveUp;

    private List<Flat> of(Flat flat, int depth, Set<String> path) {
      if (flat.forbidden()) {
        return List.of();
      }
      List<Flat> product = List.of(flat.withoutUnions());
      for (Flat.Union union : flat.unions()) {
        product = times(product, branches(union, depth, path));
        exclusive |= union.exclusive() && union.branches().size() > 1;
        if (gaveUp) {
          return List.of();
        }
      }
      return product;
    }

    private List<Flat> branches(Flat.Union union, int depth, Set<String> path) {
      if (depth >= DEEPEST_NESTING_OF_UNIONS) {
        gaveUp = true;
        return List.of();
      }
      List<Flat> branches = new ArrayList<>();
      for (At branch : union.branches()) {
        if (!gaveUp && path.add(branch.pointer())) {
          Flat flat = Flat.ofBranch(branch, dialect, references);
          branches.addAll(of(flat, depth + 1, path));
          path.remove(branch.pointer());
        }
      }
      gaveUp |= branches.size() > MOST_ALTERNATIVES;
      return branches;
    }

    private List<Flat> times(List<Flat> left, List<Flat> right) {
      if (left.size() * right.size() > MOST_ALTERNATIVES) {
        gaveUp = true;
        return List.of();
      }
      List<Flat> product = new ArrayList<>();
      for (Flat one : left) {
        for (Flat other : right) {
          product.add(one.and(other));
        }
      }
      return product;
    }
  }
}
