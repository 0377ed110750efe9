package com.northwind.dispatch.gateway.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BytesInFlightTest {
  private final BytesInFlight bytes = new BytesInFlight(100);
  private final AtomicInteger resumed = new AtomicInteger();

  @Test
  void isFullAtItsLimit() {
    bytes.take(99);
    assertFalse(bytes.isFull());
    bytes.take(1);
    assertTrue(bytes.isFull());
  }

  @Test
  void callsBackOnceHalfOfTheLimitIsFree() {
    bytes.take(120);
    bytes.whenRoom(resumed::incrementAndGet);
    bytes.giveBack(70);
    assertEquals(0, resumed.get());

    bytes.giveBack(1);
    bytes.giveBack(49);

    assertEquals(1, resumed.get());
    assertEquals(0, bytes.bytes());
  }

  @Test
  void callsBackAtOnceWhenThereIsRoomAlready() {
    bytes.whenRoom(resumed::incrementAndGet);
    assertEquals(1, resumed.get());
  }

  @Test
  void leavesThoseAsleepForWhomOthersLeaveNoRoom() {
    bytes.take(100);
    for (int i = 0; i < 5; i++) {
      bytes.whenRoom(this::fillUpAndWaitAgain);
    }

    bytes.giveBack(100);

    assertEquals(1, resumed.get());
    assertEquals(100, bytes.bytes());
  }

  private void fillUpAndWaitAgain() {
    resumed.incrementAndGet();
    bytes.take(100);
    bytes.whenRoom(this::fillUpAndWaitAgain);
  }
}
