package com.northwind.dispatch.processkit.deadletter;

import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;

/// What kind of failure stands in the way of a record, and so what is done about it.
public enum FailureClass {
  /// Something the consumer needs is away: the same records are tried again in place, for as long
  /// as it takes, and nothing overtakes them.
  TRANSIENT,
  /// The record breaks its contract, or is newer than this build: it is parked at once.
  CONTRACT,
  /// The consumer fails on the record: it is parked after three attempts, and somebody is called.
  BUG;

  /// The class of a failure by what is known without the handler's own resources: Kafka that is
  /// away and a thread that is asked to stop pass; anything else, errors of the JVM among them, is
  /// a bug.
  public static FailureClass of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException
          || cause instanceof WakeupException
          || cause instanceof InterruptException
          || cause instanceof InterruptedException) {
        return TRANSIENT;
      }
    }
    return BUG;
  }
}
