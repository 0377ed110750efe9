package com.northwind.dispatch.tabletpush.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// The number of a new session.
class SessionEpochsTest {
  private final SessionEpochs epochs = new SessionEpochs();

  @Test
  void isAboveEverythingKnownOfDriverTabletAndHello() {
    assertEquals(1, epochs.next("D-1", "TAB-1", 0));
    assertEquals(2, epochs.next("D-1", "TAB-2", 0));
    epochs.observe("D-2", "TAB-1", 40);
    assertEquals(41, epochs.next("D-1", "TAB-1", 0));
    assertEquals(100, epochs.next("D-1", "TAB-1", 99));
    assertEquals(101, epochs.next("D-1", "TAB-3", 5));
    epochs.observe("D-1", "TAB-1", 7);
    assertEquals(102, epochs.next("D-1", "TAB-1", 0));
  }

  @Test
  void neverGivesOneTabletANumberTwice() {
    Set<Long> given = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int driver = 0; driver < 4; driver++) {
        String driverId = "D-" + driver;
        threads.execute(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                given.add(epochs.next(driverId, "TAB-1", 0));
              }
            });
      }
    }
    assertEquals(4_000, given.size());
  }

  @Test
  void aHigherNumberIsNewerThenTheLaterMomentThenTheName() {
    Instant morning = Instant.parse("2026-11-22T05:30:00Z");
    SessionEpoch epoch = new SessionEpoch(5, morning, "gateway-1");

    assertTrue(new SessionEpoch(6, morning.minusSeconds(9), "gateway-0").isNewerThan(epoch));
    assertTrue(new SessionEpoch(5, morning.plusMillis(1), "gateway-0").isNewerThan(epoch));
    assertTrue(new SessionEpoch(5, morning, "gateway-2").isNewerThan(epoch));
    assertFalse(epoch.isNewerThan(epoch));
  }
}
