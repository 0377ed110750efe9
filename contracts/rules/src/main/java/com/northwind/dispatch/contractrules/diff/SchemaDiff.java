package com.northwind.dispatch.contractrules.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds what differs between two schemas. The number of the revision, in `$id`, does not count.
public final class SchemaDiff {
  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaDiff() {}

  /// Every place that differs: first what the older schema has, in its order, then what is new.
  public static List<SchemaChange> between(JsonNode older, JsonNode newer) {
    SchemaDiff diff = new SchemaDiff();
    diff.compare("", older, newer);
    return diff.changes.stream().filter(change -> !change.pointer().equals("/$id")).toList();
  }

  private void compare(String pointer, JsonNode older, JsonNode newer) {
    if (older.isObject() && newer.isObject()) {
      compareObjects(pointer, older, newer);
    } else if (older.isArray() && older.size() == newer.size() && holdsSchemas(older)) {
      for (int i = 0; i < older.size(); i++) {
        compare(Pointer.child(pointer, Integer.toString(i)), older.get(i), newer.get(i));
      }
    } else if (!older.equals(newer)) {
      changes.add(new SchemaChange.Changed(pointer, older, newer));
    }
  }

  private static boolean holdsSchemas(JsonNode list) {
    return list.valueStream().allMatch(JsonNode::isObject);
  }

  private void compareObjects(String pointer, JsonNode older, JsonNode newer) {
    for (Map.Entry<String, JsonNode> property : older.properties()) {
      String at = Pointer.child(pointer, property.getKey());
      JsonNode after = newer.get(property.getKey());
      if (after == null) {
        changes.add(new SchemaChange.Removed(at, property.getValue()));
      } else {
        compare(at, property.getValue(), after);
      }
    }
    for (Map.Entry<String, JsonNode> property : newer.properties()) {
      if (!older.has(property.getKey())) {
        changes.add(
            new SchemaChange.Added(Pointer.child(pointer, property.getKey()), property.getValue()));
      }
    }
  }
}
