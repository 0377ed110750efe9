package com.northwind.dispatch.contracts.json;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// A handful of buffers that threads of any kind share: whoever finds none makes one, whoever gives
/// back where there is no place drops it. Nothing waits, and nothing is kept per thread, of which
/// there may be a hundred thousand. Thread-safe.
public final class JsonBytesPool {
  /// More than run at once on any machine this is meant for.
  private static final int PLACES = 16;

  private static final int INITIAL_CAPACITY = 1 << 11;

  /// A buffer that one huge event has made large is not kept.
  private static final int MAX_KEPT_CAPACITY = 1 << 16;

  private final AtomicReferenceArray<JsonBytes> places = new AtomicReferenceArray<>(PLACES);

  /// An empty buffer that is the caller's until given back.
  public JsonBytes take() {
    int first = (int) Thread.currentThread().threadId();
    for (int i = 0; i < PLACES; i++) {
      int place = (first + i) & (PLACES - 1);
      JsonBytes buffer = places.getPlain(place);
      if (buffer != null && places.compareAndSet(place, buffer, null)) {
        buffer.reset();
        return buffer;
      }
    }
    return new JsonBytes(INITIAL_CAPACITY);
  }

  /// Ends the caller's use of a buffer.
  public void giveBack(JsonBytes buffer) {
    if (buffer.capacity() > MAX_KEPT_CAPACITY) {
      return;
    }
    int first = (int) Thread.currentThread().threadId();
    for (int i = 0; i < PLACES; i++) {
      int place = (first + i) & (PLACES - 1);
      if (places.getPlain(place) == null && places.compareAndSet(place, null, buffer)) {
        return;
      }
    }
  }
}
