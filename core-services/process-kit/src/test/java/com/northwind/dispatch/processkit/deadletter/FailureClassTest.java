package com.northwind.dispatch.processkit.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassTest {

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasAClass(FailureClass expected, Throwable failure) {
    assertEquals(expected, FailureClass.of(failure));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(FailureClass.TRANSIENT, new TimeoutException("Kafka is away")),
        Arguments.of(FailureClass.TRANSIENT, new DisconnectException("Kafka is away")),
        Arguments.of(FailureClass.TRANSIENT, new NotLeaderOrFollowerException("Kafka moves")),
        Arguments.of(FailureClass.TRANSIENT, new WakeupException()),
        Arguments.of(FailureClass.TRANSIENT, new InterruptedException("the process stops")),
        Arguments.of(
            FailureClass.TRANSIENT,
            new IllegalStateException("wrapped", new TimeoutException("Kafka is away"))),
        Arguments.of(FailureClass.BUG, new IllegalStateException("cannot make sense of it")),
        Arguments.of(FailureClass.BUG, new NullPointerException()),
        Arguments.of(FailureClass.BUG, new ArithmeticException("/ by zero")),
        Arguments.of(FailureClass.BUG, new SerializationException("not text")),
        Arguments.of(FailureClass.BUG, new RecordTooLargeException("too large")),
        Arguments.of(FailureClass.BUG, new StackOverflowError()),
        Arguments.of(FailureClass.BUG, new OutOfMemoryError("too large")),
        Arguments.of(FailureClass.BUG, new AssertionError("never")));
  }
}
