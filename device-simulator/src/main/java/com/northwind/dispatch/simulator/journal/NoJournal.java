package com.northwind.dispatch.simulator.journal;

/// For runs that need not survive a kill.
record NoJournal() implements Journal {
  @Override
  public void append(JournalEntry entry) {
    // Nothing is kept.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
