package com.northwind.dispatch.processkit.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedriveRulesTest {
  private static final DeadLetterReason BUG = DeadLetterReason.DEAD_LETTER_REASON_BUG;
  private static final DeadLetterReason CONTRACT = DeadLetterReason.DEAD_LETTER_REASON_CONTRACT;
  private static final DeadLetterReason BEHIND = DeadLetterReason.DEAD_LETTER_REASON_BEHIND;
  private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

  @Test
  void whatWasTriedByAnEarlierProcessIsTriedOnceByThisOne() {
    assertTrue(due(letter(CONTRACT, 1, 0, START.minusSeconds(5)), START));
    assertFalse(due(letter(CONTRACT, 2, 0, START.plusSeconds(1)), START.plusSeconds(9_000)));
  }

  @Test
  void bugsAreTriedAgainAfterPausesThatGrowFromAMinuteToAnHour() {
    Instant tried = START.plusSeconds(1);
    assertFalse(due(letter(BUG, 3, 0, tried), tried.plusSeconds(59)));
    assertTrue(due(letter(BUG, 3, 0, tried), tried.plusSeconds(60)));
    assertFalse(due(letter(BUG, 4, 0, tried), tried.plusSeconds(60)));
    assertEquals(Duration.ofMinutes(4), RedriveRules.pauseAfter(5));
    assertEquals(Duration.ofHours(1), RedriveRules.pauseAfter(9));
    assertEquals(Duration.ofHours(1), RedriveRules.pauseAfter(Integer.MAX_VALUE));
  }

  @Test
  void whatWaitedForALetterThatIsGoneIsDueAtOnce() {
    assertTrue(due(letter(BEHIND, 0, 0, null), START.plusSeconds(1)));
  }

  @Test
  void whatKeepsEndingItsProcessIsLeftToAnOperator() {
    assertTrue(due(letter(BUG, 5, 2, START.minusSeconds(5)), START));
    assertFalse(due(letter(BUG, 6, 3, START.minusSeconds(5)), START.plusSeconds(90_000)));
  }

  private static boolean due(Letter letter, Instant now) {
    return RedriveRules.due(letter, START, now);
  }

  private static Letter letter(
      DeadLetterReason reason, int attempts, int unreturned, @Nullable Instant lastAttempt) {
    return new Letter(
        new LetterId("routing-loads", "planning.loads", 3, 10),
        "L-1",
        reason,
        attempts,
        unreturned,
        Instant.EPOCH,
        lastAttempt,
        null,
        new Letter.Place(0, 1));
  }
}
