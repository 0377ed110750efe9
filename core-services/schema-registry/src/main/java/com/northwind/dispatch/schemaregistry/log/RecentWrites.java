package com.northwind.dispatch.schemaregistry.log;

import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import java.util.LinkedHashSet;
import java.util.Set;

/// Names of the writes read last, so that a writer whose commit got no answer can tell whether it
/// took place. Thread-safe.
final class RecentWrites {
  private static final int KEPT = 1_000;

  private final Set<String> names = new LinkedHashSet<>();

  synchronized void note(CatalogueRecord record) {
    if (record instanceof CatalogueRecord.WriteMark mark) {
      names.add(mark.write());
      if (names.size() > KEPT) {
        names.remove(names.iterator().next());
      }
    }
  }

  synchronized boolean contains(String write) {
    return names.contains(write);
  }
}
