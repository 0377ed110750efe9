package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Keeps a connection's answers in the order of what they answer, whenever each becomes known. For
/// use by one thread.
final class AnswerQueue {
  private final Queue<Slot> slots = new ArrayDeque<>();

  /// The place of one answer.
  static final class Slot {
    private @Nullable WireBytes answer;

    /// Says the answer; it leaves when those before it have left.
    void fill(WireBytes bytes) {
      answer = bytes;
    }
  }

  /// Takes the next place.
  Slot reserve() {
    Slot slot = new Slot();
    slots.add(slot);
    return slot;
  }

  /// Whether nothing is owed.
  boolean isEmpty() {
    return slots.isEmpty();
  }

  /// Whether an answer may leave.
  boolean hasReady() {
    Slot head = slots.peek();
    return head != null && head.answer != null;
  }

  /// Moves every answer that may leave into `out`.
  void moveReadyTo(ByteBuf out) {
    for (Slot head = slots.peek(); head != null && head.answer != null; head = slots.peek()) {
      head.answer.writeTo(out);
      slots.remove();
    }
  }

  /// Forgets what is owed.
  void clear() {
    slots.clear();
  }
}
