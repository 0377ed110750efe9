package com.northwind.dispatch.contracts.envelope;

/// What reading a record's bytes comes to.
public sealed interface DecodeResult {

  /// The bytes are an event of a type this build knows.
  record Read(EventEnvelope event) implements DecodeResult {}

  /// The bytes are an event of a type this build does not know: newer producers may write it, so it
  /// is passed over.
  record UnknownType(String id, String type) implements DecodeResult {}

  /// The bytes break the contract.
  ///
  /// @param problem what is wrong and where, in one sentence
  record Unreadable(String problem) implements DecodeResult {}
}
