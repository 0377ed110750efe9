package com.northwind.dispatch.contracts.envelope;

/// What reading a record's bytes comes to.
public sealed interface DecodeResult {

  /// The bytes are an event of a type this build knows.
  record Read(EventEnvelope event) implements DecodeResult {}

  /// The bytes are an event of a type this build does not know: newer producers may write it, so it
  /// is passed over.
  record UnknownType(String id, String type) implements DecodeResult {}

  /// The bytes are an event of a type of which this build knows only an earlier major version. It
  /// says something this build must act on and cannot read: it waits until a newer build reads it.
  ///
  /// @param type full name of the event's type, e.g. `northwind.planning.v2.LoadCancelled`
  /// @param known the newest version of it that this build knows
  record NewerVersion(String id, String type, String known) implements DecodeResult {}

  /// The bytes break the contract.
  ///
  /// @param problem what is wrong and where, in one sentence
  record Unreadable(String problem) implements DecodeResult {}
}
