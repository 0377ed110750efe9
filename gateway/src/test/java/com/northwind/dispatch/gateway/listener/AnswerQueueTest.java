package com.northwind.dispatch.gateway.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class AnswerQueueTest {
  private final AnswerQueue answers = new AnswerQueue();

  @Test
  void keepsAnAnswerBackUntilThoseBeforeItHaveLeft() {
    AnswerQueue.Slot first = answers.reserve();
    AnswerQueue.Slot second = answers.reserve();

    second.fill(WireBytes.ofHex("02"));
    assertFalse(answers.hasReady());
    assertEquals("", ready());

    first.fill(WireBytes.ofHex("01"));
    assertTrue(answers.hasReady());
    assertEquals("0102", ready());
    assertTrue(answers.isEmpty());
  }

  @Test
  void letsAnEmptyAnswerPass() {
    answers.reserve().fill(WireBytes.EMPTY);
    answers.reserve().fill(WireBytes.ofHex("02"));
    assertEquals("02", ready());
  }

  @Test
  void owesNothingAfterItWasCleared() {
    AnswerQueue.Slot slot = answers.reserve();
    answers.clear();
    slot.fill(WireBytes.ofHex("01"));
    assertTrue(answers.isEmpty());
    assertEquals("", ready());
  }

  private String ready() {
    ByteBuf out = Unpooled.buffer();
    answers.moveReadyTo(out);
    return ByteBufUtil.hexDump(out);
  }
}
