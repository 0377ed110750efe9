package com.northwind.dispatch.contractrules.table;

import java.util.List;
import java.util.SequencedMap;

/// One definition of a schema: an object with its properties, or an enum with its values.
public sealed interface Section {
  /// Full protobuf name.
  String name();

  /// What it is.
  String meaning();

  /// An object; the event itself comes first among the sections.
  record Fields(String name, String meaning, List<Row> rows) implements Section {
    public Fields {
      rows = List.copyOf(rows);
    }
  }

  /// An enum: value to meaning.
  record Values(String name, String meaning, SequencedMap<String, String> values)
      implements Section {}
}
