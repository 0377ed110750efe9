package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.northwind.dispatch.contractrules.document.Pointers;
import org.jspecify.annotations.Nullable;

/// A schema, or the value of a keyword, at its place in a document.
///
/// @param pointer JSON pointer to it
/// @param written whether it stands there; what a schema leaves out is often the same as `true`
record At(String pointer, JsonNode node, boolean written) {
  /// What stands at a pointer.
  static At of(String pointer, JsonNode node) {
    return new At(pointer, node, true);
  }

  /// A schema left out, which allows anything.
  static At anything(String pointer) {
    return new At(pointer, BooleanNode.TRUE, false);
  }

  /// A part of this one; a missing node where there is none.
  At child(String name) {
    return of(Pointers.child(pointer, name), node.path(name));
  }

  /// An element of this array.
  At child(int index) {
    return of(Pointers.child(pointer, index), node.path(index));
  }

  boolean has(String name) {
    return node.has(name);
  }

  boolean allowsNothing() {
    return node.isBoolean() && !node.booleanValue();
  }

  boolean allowsAnything() {
    return node.isBoolean() ? node.booleanValue() : node.isEmpty();
  }

  /// The same place; those of two documents are never asked for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof At that && pointer.equals(that.pointer) && written == that.written;
  }

  @Override
  public int hashCode() {
    return pointer.hashCode();
  }
}
