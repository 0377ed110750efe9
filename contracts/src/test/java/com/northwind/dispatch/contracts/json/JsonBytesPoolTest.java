package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JsonBytesPoolTest {
  private final JsonBytesPool pool = new JsonBytesPool();

  @Test
  void givesABufferOutAgainEmpty() {
    JsonBytes first = pool.take();
    first.raw('x');
    pool.giveBack(first);

    JsonBytes second = pool.take();

    assertSame(first, second);
    assertEquals(0, second.size());
  }

  @Test
  void dropsABufferThatOneHugeEventHasMadeLarge() {
    JsonBytes buffer = pool.take();
    buffer.raw(new byte[1 << 20]);
    pool.giveBack(buffer);

    assertNotSame(buffer, pool.take());
  }

  @Test
  void noTwoThreadsHaveTheSameBuffer() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(24)) {
      List<Future<Integer>> mixedUp = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        char mark = (char) ('A' + i % 26);
        mixedUp.add(threads.submit(() -> useOften(mark)));
      }
      for (Future<Integer> count : mixedUp) {
        assertEquals(0, count.get());
      }
    }
  }

  /// @return how often the buffer held what another thread had written
  private int useOften(char mark) {
    int mixedUp = 0;
    for (int i = 0; i < 200; i++) {
      JsonBytes buffer = pool.take();
      for (int n = 0; n < 1_000; n++) {
        buffer.raw(mark);
      }
      for (byte b : buffer.toByteArray()) {
        mixedUp += b == mark ? 0 : 1;
      }
      pool.giveBack(buffer);
    }
    return mixedUp;
  }
}
