package com.northwind.dispatch.eldprotocols.protocol;

import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import java.util.List;

/// What came out of bytes.
public sealed interface Decoded {

  /// No whole frame is there yet.
  record NeedMoreBytes() implements Decoded {
    /// The only one that is needed.
    public static final NeedMoreBytes INSTANCE = new NeedMoreBytes();
  }

  /// The device says who it is, and nothing it sends counts before the answer.
  record Identification(DeviceIdentity claimed) implements Decoded {}

  /// Records to make durable.
  ///
  /// @param device whose records these are, as the device says
  /// @param records in the order of the frame
  /// @param acknowledgement the device's answer, to be asked for after the records are durable
  record RecordBatch(
      DeviceIdentity device, List<DeviceRecord> records, Acknowledgement acknowledgement)
      implements Decoded {
    public RecordBatch {
      records = List.copyOf(records);
    }
  }

  /// The device answered a command, or forwards what something attached to it said.
  record CommandReply(DeviceIdentity device, CommandReplyContent content) implements Decoded {}

  /// The device is there and has nothing to publish.
  ///
  /// @param answer what to send at once, mostly nothing
  record KeepAlive(WireBytes answer) implements Decoded {}

  /// Bytes that could not be read.
  ///
  /// @param frame goes to `eld.rejects`
  /// @param fate whether the stream can go on; of no meaning for a datagram
  /// @param answer what to send once the reject is on its list: mostly nothing, or that nothing of
  ///   the frame was taken, so that the device keeps it
  record Rejected(RejectedFrame frame, Fate fate, WireBytes answer) implements Decoded {}

  /// What becomes of a stream after a reject.
  enum Fate {
    /// The next frame's start is known.
    GO_ON,
    /// Where the next frame starts is not known, or the device broke the order of the protocol.
    CLOSE
  }
}
