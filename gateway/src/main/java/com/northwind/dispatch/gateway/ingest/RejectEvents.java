package com.northwind.dispatch.gateway.ingest;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.processkit.trace.TraceParent;
import java.time.Instant;
import java.util.UUID;

/// Turns bytes that did not become an event into an event of `eld.rejects`. Thread-safe.
public final class RejectEvents {
  private final EventWriter writer;

  public RejectEvents(EventWriter writer) {
    this.writer = writer;
  }

  /// The event of one rejected frame.
  ///
  /// @param received when the gateway gave up on the bytes
  public OutgoingEvent write(RejectedFrame frame, RejectSource source, Instant received) {
    return writer.write(
        Topics.ELD_REJECTS,
        UUID.randomUUID().toString(),
        source.key(),
        received,
        source.key(),
        TraceParent.begin(),
        com.northwind.dispatch.contracts.eld.v1.RejectedFrame.newBuilder()
            .setDeviceId(source.deviceId())
            .setClaimedIdentity(source.claimedIdentity())
            .setProtocol(source.protocol())
            .setTransport(source.transport())
            .setRemoteAddress(source.remoteAddress())
            .setReceivedTime(timestamp(received))
            .setReason(frame.reason())
            .setDetail(frame.detail())
            .setOffsetBytes(frame.offsetBytes())
            .setRawHex(frame.bytes().toHex())
            .setFrameLengthBytes(frame.frameLengthBytes())
            .build());
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
