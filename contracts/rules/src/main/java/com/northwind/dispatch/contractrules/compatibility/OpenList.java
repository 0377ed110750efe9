package com.northwind.dispatch.contractrules.compatibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An open list of values, as event schemas write their enums: `anyOf` of an `enum` and of a
/// `string` that any value, of today or later, has the form of.
///
/// @param values the values known so far, with where they are listed
/// @param form the schema of the form
record OpenList(Map<String, At> values, At form) {
  /// Reads the branches of an `anyOf` as an open list, if they are one.
  static Optional<OpenList> of(List<At> branches) {
    Map<String, At> values = new LinkedHashMap<>();
    List<At> forms = new ArrayList<>();
    for (At branch : branches) {
      if (isListOfTexts(branch)) {
        branch
            .node()
            .path("enum")
            .forEach(value -> values.put(value.textValue(), branch.child("enum")));
        if (branch.has("const")) {
          values.put(branch.node().path("const").textValue(), branch.child("const"));
        }
      } else if (isForm(branch)) {
        forms.add(branch);
      } else {
        return Optional.empty();
      }
    }
    return values.isEmpty() || forms.size() != 1
        ? Optional.empty()
        : Optional.of(new OpenList(values, forms.getFirst()));
  }

  private static boolean isListOfTexts(At branch) {
    boolean listed = branch.node().path("enum").isArray() && !branch.has("const");
    boolean single = branch.node().path("const").isTextual() && !branch.has("enum");
    if (!listed && !single) {
      return false;
    }
    for (String keyword : names(branch)) {
      if (!keyword.equals("enum") && !keyword.equals("const") && !isHarmless(keyword)) {
        return false;
      }
    }
    return branch.node().path("enum").valueStream().allMatch(value -> value.isTextual())
        && (!branch.has("type") || branch.node().path("type").asText().equals("string"));
  }

  private static boolean isForm(At branch) {
    if (!branch.node().path("type").asText().equals("string")) {
      return false;
    }
    List<String> limits = List.of("pattern", "format", "minLength", "maxLength");
    return names(branch).stream().allMatch(name -> isHarmless(name) || limits.contains(name));
  }

  private static boolean isHarmless(String keyword) {
    return keyword.startsWith("x-")
        || List.of("type", "title", "description", "$comment", "examples", "deprecated")
            .contains(keyword);
  }

  private static List<String> names(At branch) {
    List<String> names = new ArrayList<>();
    branch.node().fieldNames().forEachRemaining(names::add);
    return names;
  }
}
