package com.northwind.dispatch.simulator.journal;

/// Where a run writes down what it must remember. Entries are kept in the order they are appended
/// and are safe from a kill of this process once [#append] has returned (not from a power cut: the
/// file is not forced to disk).
public sealed interface Journal extends AutoCloseable permits FileJournal, NoJournal {

  /// Keeps one entry. Safe to call from any thread.
  void append(JournalEntry entry);

  @Override
  void close();

  /// A journal that keeps nothing.
  static Journal none() {
    return new NoJournal();
  }
}
