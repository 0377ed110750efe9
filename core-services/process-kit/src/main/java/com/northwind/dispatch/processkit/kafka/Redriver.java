package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.processkit.deadletter.Letter;
import com.northwind.dispatch.processkit.deadletter.LetterId;
import com.northwind.dispatch.processkit.deadletter.LetterIndex;
import com.northwind.dispatch.processkit.deadletter.OrderKey;
import com.northwind.dispatch.processkit.deadletter.RedriveRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// Chooses which dead letters are tried again and when: each key from its oldest letter on, until
/// one fails or none is left. Belongs to the consumer's thread, so nothing of a key is applied
/// beside it.
final class Redriver {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final Duration AFTER_FAILURE_THAT_PASSES = Duration.ofSeconds(5);
  private static final int REQUESTS_REMEMBERED = 10_000;

  private final DeadLetterLog letters;
  private final LetterIndex index;
  private final RedriveAttempt attempt;
  private final Clock clock;
  private final Instant startedAt;
  private final Map<LetterId, Instant> served = new HashMap<>();
  private final Set<OrderKey> underWay = new HashSet<>();
  private long nextLookNanos = System.nanoTime();

  Redriver(DeadLetterLog letters, LetterIndex index, RedriveAttempt attempt, Clock clock) {
    this.letters = letters;
    this.index = index;
    this.attempt = attempt;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /// Re-drives what is due, for about as long as the budget says.
  ///
  /// @param mine the partitions this member has now
  /// @return whether there is more to do at once
  boolean run(Set<TopicPartition> mine, Duration budget) throws InterruptedException {
    long now = System.nanoTime();
    if (index.isEmpty() || now - nextLookNanos < 0) {
      return false;
    }
    List<LetterIndex.Line> due = index.lines().stream().filter(line -> isDue(line, mine)).toList();
    if (due.isEmpty()) {
      nextLookNanos = now + BETWEEN_LOOKS.toNanos();
      return false;
    }
    try (LetterReader reader = letters.newReader()) {
      for (LetterIndex.Line line : due) {
        noteServed(line);
        if (!redrive(line.key(), reader, now + budget.toNanos())) {
          return !underWay.isEmpty();
        }
      }
    }
    return true;
  }

  /// Re-drives a key.
  ///
  /// @return whether there is time for another
  private boolean redrive(OrderKey key, LetterReader reader, long deadlineNanos)
      throws InterruptedException {
    Optional<Letter> head = index.head(key);
    while (head.isPresent()) {
      if (System.nanoTime() - deadlineNanos > 0) {
        underWay.add(key);
        return false;
      }
      switch (attempt.at(head.get(), reader)) {
        case APPLIED -> head = index.head(key);
        case FAILED -> head = Optional.empty();
        case CHANGED -> {
          return putOff(key, BETWEEN_LOOKS);
        }
        case PUT_OFF -> {
          return putOff(key, AFTER_FAILURE_THAT_PASSES);
        }
      }
    }
    underWay.remove(key);
    return true;
  }

  private boolean putOff(OrderKey key, Duration pause) {
    nextLookNanos = System.nanoTime() + pause.toNanos();
    underWay.add(key);
    return false;
  }

  private boolean isDue(LetterIndex.Line line, Set<TopicPartition> mine) {
    Letter head = line.head();
    if (!mine.contains(new TopicPartition(head.id().topic(), head.id().partition()))) {
      return false;
    }
    return underWay.contains(line.key())
        || line.requested().filter(this::isNewRequest).isPresent()
        || RedriveRules.due(attempt.asKnownHere(head), startedAt, clock.instant());
  }

  private boolean isNewRequest(Letter letter) {
    Instant requested = letter.requestedAt();
    return requested != null && !requested.equals(served.get(letter.id()));
  }

  /// A request for a letter that stays behind another would otherwise be met again and again.
  private void noteServed(LetterIndex.Line line) {
    if (served.size() > REQUESTS_REMEMBERED) {
      served.keySet().removeIf(id -> index.find(id).isEmpty());
    }
    line.requested()
        .ifPresent(
            letter -> {
              if (letter.requestedAt() != null) {
                served.put(letter.id(), letter.requestedAt());
              }
            });
  }
}
