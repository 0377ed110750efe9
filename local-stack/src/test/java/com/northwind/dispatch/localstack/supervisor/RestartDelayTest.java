package com.northwind.dispatch.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartDelayTest {
  private static final Duration SHORT_LIFE = Duration.ofSeconds(1);

  @Test
  void aProcessThatKeepsDyingYoungWaitsLongerEachTimeButNeverLong() {
    RestartDelay delay = new RestartDelay();

    assertEquals(Duration.ofMillis(200), delay.after(SHORT_LIFE));
    assertEquals(Duration.ofMillis(400), delay.after(SHORT_LIFE));
    for (int i = 0; i < 10; i++) {
      delay.after(SHORT_LIFE);
    }
    assertEquals(Duration.ofSeconds(5), delay.after(SHORT_LIFE));
  }

  @Test
  void aProcessThatLivedForAWhileComesBackAtOnce() {
    RestartDelay delay = new RestartDelay();
    for (int i = 0; i < 10; i++) {
      delay.after(SHORT_LIFE);
    }

    assertEquals(Duration.ofMillis(200), delay.after(Duration.ofMinutes(1)));
  }
}
