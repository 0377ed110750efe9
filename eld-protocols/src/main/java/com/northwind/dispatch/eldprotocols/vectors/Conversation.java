package com.northwind.dispatch.eldprotocols.vectors;

import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.CommandReplyContent;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.DeviceIdentity;
import com.northwind.dispatch.eldprotocols.protocol.DeviceRecord;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/// Plays the server of one connection that accepts every device and makes every record durable at
/// once, and keeps what happened since it was last asked.
public final class Conversation {
  private final StreamSession session;
  private final ByteBuf in = Unpooled.buffer();
  private List<Said> said = new ArrayList<>();
  private List<WireBytes> answers = new ArrayList<>();

  /// Something the device said.
  public sealed interface Said {
    /// It said who it is.
    record Identity(DeviceIdentity claimed) implements Said {}

    /// It sent a record.
    record Telemetry(DeviceRecord content) implements Said {}

    /// It answered a command.
    record Reply(CommandReplyContent content) implements Said {}

    /// It sent something that could not be read.
    record Bad(RejectedFrame frame) implements Said {}
  }

  public Conversation(StreamSession session) {
    this.session = session;
  }

  /// Everything that happened since the last call.
  ///
  /// @param said by the device, in order
  /// @param answers the bytes that went back, in order
  public record Exchange(List<Said> said, List<WireBytes> answers) {
    public Exchange {
      said = List.copyOf(said);
      answers = List.copyOf(answers);
    }

    /// What was said of one kind.
    public <T extends Said> List<T> said(Class<T> kind) {
      return said.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  /// Feeds bytes as they might arrive in one read.
  public void feed(WireBytes bytes) {
    bytes.writeTo(in);
    drain();
  }

  /// Feeds bytes one at a time.
  public void feedByteByByte(WireBytes bytes) {
    for (byte each : bytes.toArray()) {
      in.writeByte(each);
      drain();
    }
  }

  /// The connection ends: a frame that is not whole becomes a reject.
  public void end() {
    session.end(in).ifPresent(frame -> said.add(new Said.Bad(frame)));
    in.skipBytes(in.readableBytes());
  }

  /// Whether bytes wait for the rest of their frame.
  public boolean hasUnfinishedFrame() {
    return in.isReadable();
  }

  /// What happened since the last call.
  public Exchange take() {
    Exchange exchange = new Exchange(said, answers);
    said = new ArrayList<>();
    answers = new ArrayList<>();
    return exchange;
  }

  private void drain() {
    for (Decoded decoded = session.next(in);
        !(decoded instanceof Decoded.NeedMoreBytes);
        decoded = session.next(in)) {
      take(decoded);
    }
    in.discardReadBytes();
  }

  private void take(Decoded decoded) {
    switch (decoded) {
      case Decoded.NeedMoreBytes need -> {}
      case Decoded.Identification(DeviceIdentity claimed) -> {
        said.add(new Said.Identity(claimed));
        answer(session.answer(StreamSession.Verdict.ACCEPTED));
      }
      case Decoded.RecordBatch batch -> {
        batch.records().forEach(record -> said.add(new Said.Telemetry(record)));
        answer(batch.acknowledgement().forAccepted(batch.records().size()));
      }
      case Decoded.CommandReply reply -> said.add(new Said.Reply(reply.content()));
      case Decoded.KeepAlive keepAlive -> answer(keepAlive.answer());
      case Decoded.Rejected rejected -> {
        said.add(new Said.Bad(rejected.frame()));
        answer(rejected.answer());
      }
    }
  }

  private void answer(WireBytes bytes) {
    if (!bytes.isEmpty()) {
      answers.add(bytes);
    }
  }
}
