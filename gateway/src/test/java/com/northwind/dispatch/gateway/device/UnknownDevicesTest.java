package com.northwind.dispatch.gateway.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.tabletpush.fake.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownDevicesTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final ManualClock clock = new ManualClock(START);
  private final UnknownDevices unknown = new UnknownDevices(clock);
  private final RefusalLimit limit = new RefusalLimit(clock);

  @Test
  void countsTheAttemptsOfADevice() {
    unknown.note("imei-1", "teltonika", "192.0.2.1:1000");
    clock.advance(Duration.ofSeconds(5));
    unknown.note("imei-1", "teltonika", "192.0.2.1:1001");

    assertEquals(
        new UnknownDevice("imei-1", "teltonika", START, START.plusSeconds(5), 2, "192.0.2.1:1001"),
        unknown.list().getFirst());
  }

  @Test
  void keepsTheDevicesSeenLast() {
    for (int i = 0; i < UnknownDevices.MAX_LISTED; i++) {
      unknown.note("imei-" + i, "teltonika", "192.0.2.1:1000");
    }
    clock.advance(Duration.ofSeconds(1));
    unknown.note("imei-0", "teltonika", "192.0.2.1:1000");
    unknown.note("imei-new", "teltonika", "192.0.2.1:1000");

    assertEquals(UnknownDevices.MAX_LISTED, unknown.size());
    assertTrue(lists("imei-0"));
    assertTrue(lists("imei-new"));
    assertFalse(lists("imei-1"));
  }

  @Test
  void forgetsADeviceThatIsInTheDirectoryNow() {
    unknown.note("imei-1", "teltonika", "192.0.2.1:1000");
    unknown.forget("imei-1");
    assertEquals(0, unknown.size());
  }

  @Test
  void recordsADeviceThatKeepsComingOnceAMinute() {
    assertTrue(limit.allow("imei-1"));
    clock.advance(Duration.ofSeconds(59));
    assertFalse(limit.allow("imei-1"));
    clock.advance(Duration.ofSeconds(1));
    assertTrue(limit.allow("imei-1"));
  }

  @Test
  void recordsAStormOfDevicesUpToABurstAndThenSlowly() {
    long atOnce = IntStream.range(0, 500).filter(i -> limit.allow("imei-" + i)).count();
    clock.advance(Duration.ofSeconds(2));
    long later = IntStream.range(500, 1_000).filter(i -> limit.allow("imei-" + i)).count();

    assertEquals(RefusalLimit.BURST, atOnce);
    assertEquals(2 * RefusalLimit.PER_SECOND, later);
  }

  private boolean lists(String identity) {
    return unknown.list().stream().anyMatch(device -> device.identity().equals(identity));
  }
}
