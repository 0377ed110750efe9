package com.northwind.dispatch.eldprotocols.frame;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import io.netty.buffer.ByteBuf;

/// Bytes that could not be read, with the reason: a value that travels on to `eld.rejects`.
///
/// @param bytes the frame from its first byte, at most the first [#MAX_KEPT_BYTES] of it
/// @param frameLengthBytes length of the whole frame, also where `bytes` was cut
/// @param reason class of the reason, for counting
/// @param offsetBytes where the decoder gave up, bytes from the start of the frame
/// @param detail the reason in one sentence, with what was expected and what was found
public record RejectedFrame(
    WireBytes bytes, int frameLengthBytes, RejectReason reason, int offsetBytes, String detail) {

  /// How much of a frame is kept, bytes.
  public static final int MAX_KEPT_BYTES = 8_192;

  /// Copies the frame out of `length` bytes of `buffer` from `index`.
  public static RejectedFrame of(
      ByteBuf buffer, int index, int length, RejectReason reason, int offsetBytes, String detail) {
    WireBytes kept = WireBytes.copyOf(buffer, index, Math.min(length, MAX_KEPT_BYTES));
    return new RejectedFrame(kept, length, reason, offsetBytes, detail);
  }
}
