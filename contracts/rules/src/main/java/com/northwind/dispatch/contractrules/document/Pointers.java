package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// JSON pointers (RFC 6901) as plain text; the whole document is the empty text.
public final class Pointers {
  private Pointers() {}

  /// The pointer one step further down.
  public static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /// The pointer to an element of an array.
  public static String child(String pointer, int index) {
    return pointer + "/" + index;
  }

  /// The names along a pointer, unescaped; none for the whole document.
  public static List<String> steps(String pointer) {
    List<String> steps = new ArrayList<>();
    JsonPointer rest = JsonPointer.compile(pointer);
    while (!rest.matches()) {
      steps.add(rest.getMatchingProperty());
      rest = rest.tail();
    }
    return steps;
  }

  /// What a pointer points at; a missing node where it points at nothing or is no pointer.
  public static JsonNode at(JsonNode root, String pointer) {
    try {
      return root.at(JsonPointer.compile(pointer));
    } catch (IllegalArgumentException notAPointer) {
      return root.at("/ /nothing here");
    }
  }
}
