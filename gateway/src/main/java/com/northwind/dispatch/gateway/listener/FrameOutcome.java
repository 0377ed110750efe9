package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;

/// What one connection does when a frame of its own is settled: answers it, or closes without an
/// answer so that the device sends it again.
///
/// @param answer says the frame's answer
record FrameOutcome(EldConnection.Wire wire, Runnable answer) implements Intake.Outcome {
  @Override
  public void durable(int bytes) {
    answer.run();
    wire.onSettled(bytes);
  }

  @Override
  public void failed(int bytes, String because) {
    wire.onSettled(bytes);
    wire.cut(SessionEndReason.SESSION_END_REASON_CONNECTION_LOST);
  }
}
