package com.northwind.dispatch.processkit.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterIndexTest {
  private static final String CONSUMER = "routing-loads";
  private static final String TOPIC = "planning.loads";
  private static final OrderKey L1 = OrderKey.shared(TOPIC, "L-1");

  private final LetterIndex index = new LetterIndex();

  @Test
  void onlyLaterRecordsOfTheKeyWait() {
    index.put(letter(10, "L-1", 100));

    assertEquals(id(10), index.inFrontOf(L1, 11).orElseThrow().id());
    assertEquals(Optional.empty(), index.inFrontOf(L1, 10));
    assertEquals(Optional.empty(), index.inFrontOf(L1, 9));
    assertEquals(Optional.empty(), index.inFrontOf(OrderKey.shared(TOPIC, "L-2"), 11));
  }

  @Test
  void theOldestLetterOfAKeyIsItsHeadInWhateverOrderTheyCome() {
    index.put(letter(12, "L-1", 100));
    index.put(letter(10, "L-1", 101));
    index.put(letter(11, "L-1", 102));

    assertEquals(id(10), index.head(L1).orElseThrow().id());
    index.removeAhead(id(10), new Letter.Place(0, 103));
    assertEquals(id(11), index.head(L1).orElseThrow().id());
    assertEquals(2, index.size());
  }

  @Test
  void anOlderVersionFromTheTopicBringsNothingBack() {
    index.put(letter(10, "L-1", 100));
    index.removeAhead(id(10), new Letter.Place(0, 105));

    index.put(letter(10, "L-1", 100));
    index.put(letter(10, "L-1", 103));

    assertTrue(index.isEmpty());
  }

  @Test
  void aLetterParkedAgainAfterItsTombstoneIsThere() {
    index.put(letter(10, "L-1", 100));
    index.removeAhead(id(10), new Letter.Place(0, 105));
    index.removeFromTopic(id(10), new Letter.Place(0, 105));

    index.put(letter(10, "L-1", 106));

    assertEquals(1, index.size());
  }

  @Test
  void lettersWithoutKeyAndThoseOfIndependentConsumersStandAlone() {
    index.put(letter(10, "", 100));
    index.put(letter(11, "", 101));
    index.put(letter(12, "L-1", 102));
    index.put(letter(13, "L-1", 103));
    assertEquals(3, index.lines().size());

    index.keysAreIndependent();

    assertEquals(4, index.lines().size());
    assertEquals(Optional.empty(), index.inFrontOf(L1, 14));
  }

  private static LetterId id(long offset) {
    return new LetterId(CONSUMER, TOPIC, 3, offset);
  }

  private static Letter letter(long offset, String key, long place) {
    return new Letter(
        id(offset),
        key,
        DeadLetterReason.DEAD_LETTER_REASON_BUG,
        3,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        new Letter.Place(0, place));
  }
}
