package com.northwind.dispatch.schemaregistry.registration;

/// What asking for something came to.
///
/// @param <T> what one gets
public sealed interface Outcome<T> {
  /// It is done.
  record Done<T>(T value) implements Outcome<T> {}

  /// It is not.
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /// Not done.
  static <T> Outcome<T> refused(Refusal.Code code, String sentence) {
    return new Refused<>(new Refusal(code, sentence));
  }
}
