package com.northwind.dispatch.contractrules.json;

import java.util.Optional;

/// JSON pointers (RFC 6901).
public final class Pointer {
  private Pointer() {}

  /// The pointer to a property of what a pointer points to.
  public static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /// The last name of a pointer.
  public static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /// The pointer without its last name; empty for the whole document, which is in nothing.
  public static Optional<String> parent(String pointer) {
    int slash = pointer.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(pointer.substring(0, slash));
  }
}
