package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// A change that would hurt somebody.
///
/// @param direction who reads whose data
/// @param rule which rule of the table refuses it
/// @param pointer JSON pointer to what changed: into the newer schema, or into the older where the
///   newer has nothing
/// @param older what the older schema says there, if anything
/// @param newer what the newer schema says there, if anything
/// @param sentence who would get hurt and how
/// @param waysOut what to do instead, the easiest first
public record Incompatibility(
    Direction direction,
    Rule rule,
    String pointer,
    Optional<JsonNode> older,
    Optional<JsonNode> newer,
    String sentence,
    List<String> waysOut) {
  private static final int LONGEST_FRAGMENT_CHARACTERS = 160;

  /// Copies the ways out.
  public Incompatibility {
    waysOut = List.copyOf(waysOut);
  }

  /// The whole refusal in several lines, for people.
  public String explain() {
    StringBuilder text = new StringBuilder();
    text.append(direction).append(" is broken: ").append(rule.sentence()).append('\n');
    line(text, "where", pointer.isEmpty() ? "(the whole schema)" : pointer);
    line(text, "rule", rule.name());
    line(text, "older", older.map(Incompatibility::compact).orElse("(nothing)"));
    line(text, "newer", newer.map(Incompatibility::compact).orElse("(nothing)"));
    line(text, "why", sentence);
    String label = "instead";
    for (String way : waysOut) {
      line(text, label, way);
      label = "or";
    }
    return text.toString();
  }

  /// A fragment on one line, cut where it gets long.
  static String compact(JsonNode fragment) {
    String text = fragment.toString();
    if (text.length() <= LONGEST_FRAGMENT_CHARACTERS) {
      return text;
    }
    return text.substring(0, LONGEST_FRAGMENT_CHARACTERS) + "… (" + text.length() + " characters)";
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  ").append(label).repeat(" ", 9 - label.length()).append(value).append('\n');
  }
}
