package com.northwind.dispatch.schemaregistry.log;

/// What became of a write.
///
/// @param <T> what whoever asked gets to hear
public sealed interface WriteResult<T> {
  /// It was decided on the newest state and, where records were to be written, they are in the log
  /// for good.
  record Done<T>(T answer) implements WriteResult<T> {}

  /// It could not be carried out in time.
  ///
  /// @param sentence what happened and what to do
  record Unavailable<T>(Reason reason, String sentence) implements WriteResult<T> {}

  /// Why a write could not be carried out.
  enum Reason {
    /// Kafka did not answer in time. The write may still take place.
    TIMED_OUT,

    /// Other replicas kept taking the pen away.
    CONTENDED,

    /// The log is not the one that was read: writing would give ids a second time.
    LOG_DAMAGED
  }
}
