package com.northwind.dispatch.schemaregistry.log;

/// Hears how writes proceed, on the writer's thread.
public interface WriteListener {
  /// How far a write has come.
  enum Step {
    /// Every other replica is fenced off.
    FENCED_OTHERS,
    /// The log is read to its end: this replica holds the pen.
    TOOK_PEN,
    /// A transaction is open.
    BEGUN,
    /// Its records are on their way.
    SENT,
    /// It is committed.
    COMMITTED,
    /// Its records have been read back.
    READ_BACK,
    /// Another replica has taken the pen.
    LOST_PEN,
    /// Kafka failed or did not answer in time.
    FAILED
  }

  /// A write has come this far.
  void reached(Step step);
}
