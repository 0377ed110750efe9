package com.northwind.dispatch.schemaregistry.log;

import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import java.util.List;

/// What a writer wants done, decided on the state of the log's end.
///
/// @param <T> what whoever asked gets to hear
public sealed interface Decision<T> {
  /// What whoever asked gets to hear.
  T answer();

  /// Nothing is to be written.
  record Keep<T>(T answer) implements Decision<T> {}

  /// These records are to be written, all or none of them.
  record Change<T>(List<CatalogueRecord> records, T answer) implements Decision<T> {
    public Change {
      records = List.copyOf(records);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("a change has records");
      }
    }
  }
}
