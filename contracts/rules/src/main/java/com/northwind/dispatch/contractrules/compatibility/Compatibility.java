package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.document.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Compares two schemas: may the newer follow the older?
public final class Compatibility {
  private final Direction direction;
  private final List<Incompatibility> found = new ArrayList<>();

  private Compatibility(Direction direction) {
    this.direction = direction;
  }

  /// Everything that would break between two schemas in a direction; nothing for a change that
  /// hurts nobody.
  public static List<Incompatibility> check(JsonNode older, JsonNode newer, Direction direction) {
    Compatibility comparison = new Compatibility(direction);
    comparison.compare("", older, newer);
    return List.copyOf(comparison.found);
  }

  private void compare(String pointer, JsonNode older, JsonNode newer) {
    if (older.has("type") && newer.has("type") && !older.get("type").equals(newer.get("type"))) {
      refuse(
          Rule.TYPE_CHANGED, Pointers.child(pointer, "type"), older.get("type"), newer.get("type"));
    }
    String properties = Pointers.child(pointer, "properties");
    for (Map.Entry<String, JsonNode> property : older.path("properties").properties()) {
      JsonNode after = newer.path("properties").path(property.getKey());
      String at = Pointers.child(properties, property.getKey());
      if (!after.isMissingNode()) {
        compare(at, property.getValue(), after);
      } else if (direction == Direction.FORWARD) {
        refuse(Rule.PROPERTY_REMOVED, at, property.getValue(), after);
      }
    }
    for (Map.Entry<String, JsonNode> property : newer.path("properties").properties()) {
      if (direction == Direction.BACKWARD
          && !older.path("properties").has(property.getKey())
          && !property.getValue().has("default")
          && newer
              .path("required")
              .valueStream()
              .anyMatch(r -> r.asText().equals(property.getKey()))) {
        refuse(
            Rule.REQUIRED_PROPERTY_ADDED,
            Pointers.child(properties, property.getKey()),
            older.path("properties").path(property.getKey()),
            property.getValue());
      }
    }
  }

  private void refuse(Rule rule, String pointer, JsonNode older, JsonNode newer) {
    found.add(
        new Incompatibility(
            direction,
            rule,
            pointer,
            Optional.of(older).filter(Predicate.not(JsonNode::isMissingNode)),
            Optional.of(newer).filter(Predicate.not(JsonNode::isMissingNode)),
            rule.why(direction),
            rule.waysOut()));
  }
}
