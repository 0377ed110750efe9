package com.northwind.dispatch.eldprotocols.protocol;

import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/// One connection's decoder. For use by one thread at a time; it holds no buffers, so there is
/// nothing to close.
public interface StreamSession {
  /// Reads the next thing the device said.
  ///
  /// `in` holds the bytes that have arrived and were not consumed yet. What is consumed moves its
  /// reader index; [Decoded.NeedMoreBytes] consumes nothing that a later call would need. A frame
  /// is only waited for once its length is known to be within the protocol's bound, so `in` stays
  /// bounded too. Call again until the result is `NeedMoreBytes`. Never throws for what the bytes
  /// hold.
  ///
  /// After a result whose fate is to close, everything further is consumed unread.
  ///
  /// @throws IllegalStateException while an [Decoded.Identification] waits for its
  ///   [#answer(Verdict)]
  Decoded next(ByteBuf in);

  /// Decides about the identity that the last [Decoded.Identification] claimed, and gives the bytes
  /// that tell the device; none where the protocol has no such answer. After a refusal everything
  /// further is consumed unread.
  ///
  /// @throws IllegalStateException when no identification waits for an answer
  WireBytes answer(Verdict verdict);

  /// The bytes that ask the device to run a command, or empty while the device is not identified or
  /// when the protocol has no commands. The reply comes as [Decoded.CommandReply].
  Optional<WireBytes> command(String text);

  /// The connection has ended and `rest` was left: a reject when that is the beginning of a frame.
  Optional<RejectedFrame> end(ByteBuf rest);

  /// What was decided about a claimed identity.
  enum Verdict {
    /// The device may send.
    ACCEPTED,
    /// The device may not; the caller closes the connection after sending the answer.
    REFUSED
  }
}
