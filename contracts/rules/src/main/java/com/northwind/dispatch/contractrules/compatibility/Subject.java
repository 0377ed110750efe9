package com.northwind.dispatch.contractrules.compatibility;

import com.northwind.dispatch.contractrules.document.Pointers;
import java.util.List;
import java.util.Set;

/// What a sentence calls the place a pointer leads to.
final class Subject {
  private static final Set<String> ELEMENTS =
      Set.of("items", "prefixItems", "additionalItems", "contains", "unevaluatedItems");
  private static final Set<String> VALUES =
      Set.of("additionalProperties", "unevaluatedProperties", "patternProperties");

  private Subject() {}

  /// A name such as `'speedKph'`, `elements of 'stops'` or, for the whole schema, `the value`.
  static String of(String pointer) {
    String name = "the value";
    List<String> steps = Pointers.steps(pointer);
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      boolean named =
          step.equals("properties") || step.equals("$defs") || step.equals("definitions");
      if (named && i + 1 < steps.size()) {
        name = "'" + steps.get(i + 1) + "'";
        i++;
      } else if (ELEMENTS.contains(step)) {
        name = "elements of " + name;
      } else if (VALUES.contains(step)) {
        name = name.equals("the value") ? "unlisted properties" : "unlisted properties of " + name;
      }
    }
    return name;
  }
}
