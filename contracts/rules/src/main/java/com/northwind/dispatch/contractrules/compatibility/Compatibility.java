package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.Canonical;
import java.util.List;

/// Compares two schemas: may the newer follow the older?
///
/// Producers write only the properties their schema lists, and readers pass over names they do not
/// know, so an optional property may always come. Everything else is decided by the table in
/// docs/contracts/compatibility.md. Where it cannot be shown that a change hurts nobody, it is
/// refused.
public final class Compatibility {
  private Compatibility() {}

  /// Everything that would break between two schemas in a direction; nothing for a change that
  /// hurts nobody. Takes any two valid schemas, recursive ones, too; never throws for them, and
  /// gives up with [Rule#NOT_COMPARED] rather than take long.
  public static List<Incompatibility> check(JsonNode older, JsonNode newer, Direction direction) {
    if (Canonical.same(older, newer)) {
      return List.of();
    }
    return Comparison.of(new SchemaTree(older), new SchemaTree(newer), direction);
  }
}
