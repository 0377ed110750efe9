package com.northwind.dispatch.processkit.deadletter;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a consumer keeps in memory of a dead letter: everything but the record itself.
///
/// @param id the letter's name
/// @param recordKey key of the record; empty when it had none
/// @param reason why it is parked
/// @param attempts how often the consumer has tried
/// @param unreturned how many attempts in a row began and never came back, because the process
///   ended or lost its partition on them
/// @param parkedAt when the record was parked
/// @param lastAttemptAt when the consumer last tried, or null when it never did
/// @param requestedAt when an operator asked for it to be re-driven, or null when nobody has since
/// @param place where its newest version is on `dead.letters`
public record Letter(
    LetterId id,
    String recordKey,
    DeadLetterReason reason,
    int attempts,
    int unreturned,
    Instant parkedAt,
    @Nullable Instant lastAttemptAt,
    @Nullable Instant requestedAt,
    Place place) {

  /// A place on `dead.letters`; newer versions of a letter have higher offsets of one partition.
  public record Place(int partition, long offset) {}

  /// The letter that a body says, found at a place.
  public static Letter of(LetterId id, LetterBody body, Place place) {
    DeadLetter data = body.data();
    return new Letter(
        id,
        data.getRecordKey(),
        data.getReason(),
        data.getAttempts(),
        body.unreturned(),
        instant(data.getParkedTime()),
        data.hasLastAttemptTime() ? instant(data.getLastAttemptTime()) : null,
        data.hasRedriveRequestedTime() ? instant(data.getRedriveRequestedTime()) : null,
        place);
  }

  /// Whether nothing is wrong with the record itself: it waits for an earlier one.
  public boolean waits() {
    return reason == DeadLetterReason.DEAD_LETTER_REASON_BEHIND;
  }

  /// The same letter with another count of attempts that never came back.
  public Letter withUnreturned(int count) {
    return new Letter(
        id, recordKey, reason, attempts, count, parkedAt, lastAttemptAt, requestedAt, place);
  }

  private static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }
}
