package com.northwind.dispatch.processkit.deadletter;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import java.time.Duration;
import java.time.Instant;

/// When the oldest letter of a key is tried again without anybody asking: soon after whatever it
/// waited for is gone, once in the life of each process (a new build may read what the old one
/// could not), and for bugs after pauses that grow from a minute to an hour.
public final class RedriveRules {
  /// How many attempts in a row may end with the process before nobody but an operator starts
  /// another.
  public static final int MOST_UNRETURNED = 3;

  /// Pause after the first attempts; doubles with each further one.
  public static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  /// The longest pause.
  public static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final int ATTEMPTS_BEFORE_PARKING = 3;
  private static final int MOST_DOUBLINGS = 10;

  private RedriveRules() {}

  /// Whether a letter that nobody asked for is tried now.
  ///
  /// @param startedAt when this process started: what was tried before is tried once again
  public static boolean due(Letter letter, Instant startedAt, Instant now) {
    if (letter.unreturned() >= MOST_UNRETURNED) {
      return false;
    }
    Instant last = letter.lastAttemptAt();
    if (letter.waits() || last == null || last.isBefore(startedAt)) {
      return true;
    }
    return letter.reason() == DeadLetterReason.DEAD_LETTER_REASON_BUG
        && !now.isBefore(last.plus(pauseAfter(letter.attempts())));
  }

  /// How long a letter rests after it has been tried this often in all.
  public static Duration pauseAfter(int attempts) {
    int doublings = Math.clamp((long) attempts - ATTEMPTS_BEFORE_PARKING, 0, MOST_DOUBLINGS);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
