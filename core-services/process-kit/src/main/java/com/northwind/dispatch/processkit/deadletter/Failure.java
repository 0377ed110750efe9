package com.northwind.dispatch.processkit.deadletter;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/// Why a record could not be applied.
///
/// @param reason the kind of failure
/// @param problem the failure in one sentence
/// @param attempts how often it was tried
/// @param cause what was thrown, or null when nothing was
public record Failure(
    DeadLetterReason reason, String problem, int attempts, @Nullable Throwable cause) {
  private static final int MAX_PROBLEM_CHARACTERS = 2_000;
  private static final int MAX_STACK_CHARACTERS = 8_192;

  public Failure {
    problem = cut(problem.isEmpty() ? reason.name() : problem, MAX_PROBLEM_CHARACTERS);
  }

  /// The record breaks its contract.
  public static Failure contract(String problem) {
    return new Failure(DeadLetterReason.DEAD_LETTER_REASON_CONTRACT, problem, 1, null);
  }

  /// The consumer failed on the record.
  public static Failure bug(Throwable cause, int attempts) {
    return new Failure(DeadLetterReason.DEAD_LETTER_REASON_BUG, cause.toString(), attempts, cause);
  }

  /// The consumer began with the record and was never heard of again.
  public static Failure neverReturned(int attempts) {
    return new Failure(
        DeadLetterReason.DEAD_LETTER_REASON_BUG,
        "the process ended, or lost the partition, on each of "
            + attempts
            + " deliveries while it applied the record",
        attempts,
        null);
  }

  /// Nothing is wrong with the record: an earlier one of its key is parked.
  public static Failure behind(LetterId earlier) {
    return new Failure(
        DeadLetterReason.DEAD_LETTER_REASON_BEHIND, "waits behind " + earlier, 0, null);
  }

  /// The stack as text, cut to what the contract allows; empty when nothing was thrown.
  String stack() {
    if (cause == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return cut(text.toString(), MAX_STACK_CHARACTERS);
  }

  /// Cuts without leaving half of a character.
  static String cut(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
    return text.substring(0, end);
  }
}
