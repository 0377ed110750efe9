package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.DeviceIdentity;
import com.northwind.dispatch.eldprotocols.protocol.RecordFingerprint;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/// One connection of a Teltonika device.
///
/// ```
///  AwaitingLogin ──login──▶ AwaitingVerdict ──accepted──▶ Streaming
///        │                        │refused                   │
///        └──────lost bytes────────┴───────▶ Closed ◀─lost────┘
/// ```
final class TeltonikaSession implements StreamSession {
  private sealed interface State {
    record AwaitingLogin() implements State {}

    record AwaitingVerdict(Imei imei) implements State {}

    record Streaming(Imei imei, DeviceIdentity device) implements State {}

    record Closed() implements State {}
  }

  private static final Decoded KEEP_ALIVE = new Decoded.KeepAlive(WireBytes.EMPTY);

  private final RecordFingerprint.Taker fingerprints = new RecordFingerprint.Taker();
  private State state = new State.AwaitingLogin();

  TeltonikaSession() {}

  @Override
  public Decoded next(ByteBuf in) {
    return switch (state) {
      case State.AwaitingLogin awaiting -> read(in, Optional.empty());
      case State.Streaming streaming -> read(in, Optional.of(streaming));
      case State.AwaitingVerdict awaiting ->
          throw new IllegalStateException("the login of " + awaiting.imei() + " has no answer yet");
      case State.Closed closed -> {
        in.skipBytes(in.readableBytes());
        yield Decoded.NeedMoreBytes.INSTANCE;
      }
    };
  }

  @Override
  public WireBytes answer(Verdict verdict) {
    if (!(state instanceof State.AwaitingVerdict awaiting)) {
      throw new IllegalStateException("no login waits for an answer");
    }
    return switch (verdict) {
      case ACCEPTED -> {
        state = new State.Streaming(awaiting.imei(), DeviceIdentity.of(awaiting.imei()));
        yield TeltonikaAcks.LOGIN_ACCEPTED;
      }
      case REFUSED -> {
        state = new State.Closed();
        yield TeltonikaAcks.LOGIN_REFUSED;
      }
    };
  }

  /// Codec 12, which every unit understands; codec 14 adds nothing on a connection that is one
  /// device's own.
  @Override
  public Optional<WireBytes> command(String text) {
    return state instanceof State.Streaming
        ? Optional.of(TeltonikaEncoder.encode(TeltonikaMessage.Command.of(text)))
        : Optional.empty();
  }

  @Override
  public Optional<RejectedFrame> end(ByteBuf rest) {
    if (!rest.isReadable() || state instanceof State.Closed) {
      return Optional.empty();
    }
    int length = rest.readableBytes();
    return Optional.of(
        RejectedFrame.of(
            rest,
            rest.readerIndex(),
            length,
            RejectReason.REJECT_REASON_TRUNCATED,
            length,
            "the connection ended after " + length + " bytes of a frame"));
  }

  private Decoded read(ByteBuf in, Optional<State.Streaming> streaming) {
    return switch (TeltonikaFrameDecoder.next(in)) {
      case TeltonikaFrameDecoder.Frame.Incomplete incomplete -> Decoded.NeedMoreBytes.INSTANCE;
      case TeltonikaFrameDecoder.Frame.KeepAlive keepAlive -> {
        in.skipBytes(1);
        yield KEEP_ALIVE;
      }
      case TeltonikaFrameDecoder.Frame.Login login -> login(in, login, streaming.isPresent());
      case TeltonikaFrameDecoder.Frame.Packet packet -> {
        if (streaming.isEmpty()) {
          yield close(
              in,
              packet.lengthBytes(),
              new FrameProblem(
                  RejectReason.REJECT_REASON_NOT_IDENTIFIED,
                  in.readerIndex(),
                  "a packet came before the login"));
        }
        yield packet(in, packet, streaming.get());
      }
      case TeltonikaFrameDecoder.Frame.Bad bad ->
          goOn(in, bad.lengthBytes(), bad.problem(), streaming.isPresent());
      case TeltonikaFrameDecoder.Frame.Lost lost -> close(in, in.readableBytes(), lost.problem());
    };
  }

  private Decoded login(
      ByteBuf in, TeltonikaFrameDecoder.Frame.Login login, boolean alreadyIdentified) {
    if (alreadyIdentified) {
      return close(
          in,
          login.lengthBytes(),
          new FrameProblem(
              RejectReason.REJECT_REASON_MALFORMED,
              in.readerIndex(),
              "a second login came on the same connection"));
    }
    in.skipBytes(login.lengthBytes());
    state = new State.AwaitingVerdict(login.imei());
    return new Decoded.Identification(DeviceIdentity.of(login.imei()));
  }

  private Decoded packet(
      ByteBuf in, TeltonikaFrameDecoder.Frame.Packet packet, State.Streaming streaming) {
    int dataAt = in.readerIndex() + TeltonikaFrameDecoder.PACKET_HEAD_BYTES;
    return switch (TeltonikaDecoder.read(in, dataAt, packet.dataBytes(), fingerprints)) {
      case TeltonikaDecoder.Content.Records records -> {
        in.skipBytes(packet.lengthBytes());
        yield new Decoded.RecordBatch(streaming.device(), records.records(), TeltonikaAcks::stream);
      }
      case TeltonikaDecoder.Content.Command command -> {
        in.skipBytes(packet.lengthBytes());
        yield new Decoded.CommandReply(streaming.device(), CommandReplies.of(command.command()));
      }
      case TeltonikaDecoder.Content.Unreadable unreadable ->
          goOn(in, packet.lengthBytes(), unreadable.problem(), true);
    };
  }

  /// Rejects a frame whose end is known. A device that waits for an acknowledgement hears that none
  /// of the records was taken, and keeps them.
  private static Decoded goOn(
      ByteBuf in, int lengthBytes, FrameProblem problem, boolean identified) {
    int codec = in.getUnsignedByte(in.readerIndex() + TeltonikaFrameDecoder.PACKET_HEAD_BYTES);
    WireBytes answer =
        identified && holdsRecords(codec) ? TeltonikaAcks.stream(0) : WireBytes.EMPTY;
    return new Decoded.Rejected(rejected(in, lengthBytes, problem), Decoded.Fate.GO_ON, answer);
  }

  private Decoded close(ByteBuf in, int lengthBytes, FrameProblem problem) {
    RejectedFrame frame = rejected(in, lengthBytes, problem);
    in.skipBytes(in.readableBytes());
    state = new State.Closed();
    return new Decoded.Rejected(frame, Decoded.Fate.CLOSE, WireBytes.EMPTY);
  }

  private static RejectedFrame rejected(ByteBuf in, int lengthBytes, FrameProblem problem) {
    RejectedFrame frame =
        RejectedFrame.of(
            in,
            in.readerIndex(),
            lengthBytes,
            problem.reason(),
            problem.index() - in.readerIndex(),
            problem.detail());
    in.skipBytes(lengthBytes);
    return frame;
  }

  private static boolean holdsRecords(int codecNumber) {
    return switch (Codec.of(codecNumber).orElse(Codec.COMMAND)) {
      case GH, CODEC_8, CODEC_8_EXTENDED, CODEC_16 -> true;
      case COMMAND, TIMED_COMMAND, ADDRESSED_COMMAND -> false;
    };
  }
}
