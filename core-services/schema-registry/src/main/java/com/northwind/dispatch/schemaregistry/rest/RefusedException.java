package com.northwind.dispatch.schemaregistry.rest;

import com.northwind.dispatch.schemaregistry.registration.Outcome;
import com.northwind.dispatch.schemaregistry.registration.Refusal;

/// Ends a request with a refusal.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.sentence(), null, false, false);
    this.refusal = refusal;
  }

  RefusedException(Refusal.Code code, String sentence) {
    this(new Refusal(code, sentence));
  }

  /// The value of an outcome.
  ///
  /// @throws RefusedException when there is none
  static <T> T valueOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Refusal refusal) -> throw new RefusedException(refusal);
    };
  }

  Refusal refusal() {
    return refusal;
  }
}
