package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.Dialect;
import com.northwind.dispatch.contractrules.document.References;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Schemas that all hold for one value, with `$ref` and `allOf` followed and the unions (`anyOf`,
/// `oneOf`) set aside.
final class Flat {
  private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");

  /// The branches of an `anyOf`, or of a `oneOf` (exclusive).
  record Union(List<At> branches, boolean exclusive) {}

  private final List<At> plain = new ArrayList<>();
  private final List<Union> unions = new ArrayList<>();
  private final Map<String, At> openValues = new LinkedHashMap<>();
  private final Set<String> foreign = new TreeSet<>();
  private String branchPointer = "";
  private boolean forbidden;

  private Flat() {}

  /// Follows everything that can be followed without a choice.
  static Flat of(List<At> schemas, Dialect dialect, References references) {
    Flat flat = new Flat();
    Deque<At> todo = new ArrayDeque<>(schemas);
    Set<String> seen = new HashSet<>();
    while (!todo.isEmpty()) {
      At schema = todo.remove();
      if (seen.add(schema.pointer())) {
        flat.add(schema, dialect, references, todo);
      }
    }
    return flat;
  }

  /// The same for one branch of a union.
  static Flat ofBranch(At branch, Dialect dialect, References references) {
    Flat flat = of(List.of(branch), dialect, references);
    flat.branchPointer = branch.pointer();
    return flat;
  }

  private void add(At schema, Dialect dialect, References references, Deque<At> todo) {
    forbidden |= schema.allowsNothing();
    if (!schema.node().isObject()) {
      return;
    }
    boolean refers = schema.node().path("$ref").isTextual();
    if (!refers || !dialect.refStandsAlone()) {
      plain.add(schema);
      JsonNode all = schema.node().path("allOf");
      for (int i = 0; i < all.size(); i++) {
        todo.add(schema.child("allOf").child(i));
      }
      addUnion(schema, "anyOf", false);
      addUnion(schema, "oneOf", true);
    }
    for (String keyword : REFERENCES) {
      if (schema.node().path(keyword).isTextual()) {
        follow(schema, schema.node().path(keyword).textValue(), references, todo);
      }
    }
  }

  private void follow(At schema, String reference, References references, Deque<At> todo) {
    switch (references.follow(schema.pointer(), reference)) {
      case References.Local(String pointer, JsonNode target) -> todo.add(At.of(pointer, target));
      case References.Elsewhere(String address) -> foreign.add(address + fragmentOf(reference));
      case References.Nowhere(String where) -> foreign.add(where);
    }
  }

  private static String fragmentOf(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? "" : reference.substring(hash);
  }

  private void addUnion(At schema, String keyword, boolean exclusive) {
    if (!schema.node().path(keyword).isArray()) {
      return;
    }
    At list = schema.child(keyword);
    List<At> branches = new ArrayList<>();
    for (int i = 0; i < list.node().size(); i++) {
      branches.add(list.child(i));
    }
    Optional<OpenList> open = exclusive ? Optional.empty() : OpenList.of(branches);
    if (open.isPresent()) {
      plain.add(open.get().form());
      openValues.putAll(open.get().values());
    } else {
      unions.add(new Union(branches, exclusive));
    }
  }

  boolean forbidden() {
    return forbidden;
  }

  List<Union> unions() {
    return unions;
  }

  /// The same without its unions.
  Flat withoutUnions() {
    return copy();
  }

  /// A value for which both hold; the other is a branch of a union.
  Flat and(Flat branch) {
    Flat both = copy();
    both.plain.addAll(branch.plain);
    both.openValues.putAll(branch.openValues);
    both.foreign.addAll(branch.foreign);
    both.forbidden |= branch.forbidden;
    both.branchPointer = branchPointer.isEmpty() ? branch.branchPointer : branchPointer;
    return both;
  }

  /// The first default among the schemas.
  Optional<At> defaultValue() {
    return plain.stream()
        .filter(schema -> schema.has("default"))
        .findFirst()
        .map(schema -> schema.child("default"));
  }

  /// The finished alternative of the schema at a pointer.
  Shape shape(String pointer) {
    return new Shape(branchPointer.isEmpty() ? pointer : branchPointer, plain, openValues, foreign);
  }

  private Flat copy() {
    Flat copy = new Flat();
    copy.plain.addAll(plain);
    copy.openValues.putAll(openValues);
    copy.foreign.addAll(foreign);
    copy.branchPointer = branchPointer;
    copy.forbidden = forbidden;
    return copy;
  }
}
