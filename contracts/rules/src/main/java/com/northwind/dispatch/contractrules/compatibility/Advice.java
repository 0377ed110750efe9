package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How to call the next version of a type, for the last way out of every refusal.
///
/// @param nextVersion the advice, such as `make a new version: northwind.planning.v2.LoadCancelled,
///   …`
record Advice(String nextVersion) {
  private static final Pattern VERSIONED_NAME =
      Pattern.compile("([A-Za-z][A-Za-z0-9_.]*)\\.v(\\d{1,4})\\.([A-Za-z][A-Za-z0-9_]*)");

  /// Reads the type's name out of the schema's `$id`, `id` or `title`.
  static Advice of(JsonNode schema) {
    for (String keyword : new String[] {"$id", "id", "title"}) {
      Matcher name = VERSIONED_NAME.matcher(schema.path(keyword).asText(""));
      if (name.find()) {
        int next = Integer.parseInt(name.group(2)) + 1;
        return new Advice(
            "make a new version: %s.v%d.%s, with replaces and an upcaster"
                .formatted(name.group(1), next, name.group(3)));
      }
    }
    return new Advice("make a new version under a name of its own, with replaces and an upcaster");
  }
}
