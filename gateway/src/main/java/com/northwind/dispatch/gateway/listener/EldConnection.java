package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.CommandReplyContent;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.DeviceIdentity;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import com.northwind.dispatch.gateway.device.Admission;
import com.northwind.dispatch.gateway.device.EldSession;
import com.northwind.dispatch.gateway.device.EldSessions;
import com.northwind.dispatch.gateway.ingest.PublishLane;
import com.northwind.dispatch.gateway.ingest.RejectSource;
import io.netty.buffer.ByteBuf;
import java.util.function.Supplier;

/// One device's conversation: what it says is admitted, decoded, made durable and answered. Lives
/// on the connection's event loop; [EldChannelHandler] feeds it bytes and carries its answers.
final class EldConnection {
  /// What the conversation needs of the wire. Called on the event loop.
  interface Wire extends EldSession.Line {
    /// Runs a task on the event loop.
    void execute(Runnable task);

    /// Sends what is ready of the answers; then, if the conversation is closing and owes nothing,
    /// closes the connection.
    void flushAnswers();

    /// A frame's bytes are settled: reading may go on.
    void onSettled(int bytes);

    /// Bytes are on their way to Kafka.
    void onSubmitted(int bytes);
  }

  private final EldServices services;
  private final Intake intake;
  private final Wire wire;
  private final String remoteAddress;
  private final PublishLane lane = new PublishLane();
  private final AnswerQueue answers = new AnswerQueue();
  private int rejects;
  private ConnectionState state = new ConnectionState.Detecting();

  EldConnection(EldServices services, Wire wire, String remoteAddress) {
    this.services = services;
    this.intake = services.intake();
    this.wire = wire;
    this.remoteAddress = remoteAddress;
  }

  ConnectionState state() {
    return state;
  }

  AnswerQueue answers() {
    return answers;
  }

  /// Takes the next thing the device said out of `in`.
  ///
  /// @return whether there may be more in it
  boolean next(ByteBuf in) {
    return switch (state) {
      case ConnectionState.Detecting() -> detect(in);
      case ConnectionState.AwaitingIdentity(String protocol, StreamSession decoder) ->
          take(in, protocol, decoder);
      case ConnectionState.Serving(String protocol, StreamSession decoder, _) ->
          take(in, protocol, decoder);
      case ConnectionState.Closing(_) -> false;
    };
  }

  /// Takes nothing more, answers what is owed, then closes.
  void closeAfterAnswers(SessionEndReason reason) {
    leave(reason);
    state = new ConnectionState.Closing(reason);
    wire.flushAnswers();
  }

  /// Takes and answers nothing more.
  void breakOff(SessionEndReason reason) {
    lane.breakOff();
    answers.clear();
    leave(reason);
    state = new ConnectionState.Closing(reason);
  }

  /// The connection is gone.
  ///
  /// @param rest what was not decoded
  void ended(ByteBuf rest, SessionEndReason reason) {
    switch (state) {
      case ConnectionState.Detecting() -> rejectUndetected(rest, "the connection ended");
      case ConnectionState.AwaitingIdentity(_, StreamSession decoder) ->
          decoder.end(rest).ifPresent(this::refuse);
      case ConnectionState.Serving(_, StreamSession decoder, _) ->
          decoder.end(rest).ifPresent(this::reject);
      case ConnectionState.Closing(_) -> {}
    }
    leave(reason);
    state = new ConnectionState.Closing(reason);
  }

  /// The device did not say who it is in time.
  void loginDeadline(ByteBuf rest) {
    switch (state) {
      case ConnectionState.Detecting() -> rejectUndetected(rest, "the login deadline passed");
      case ConnectionState.AwaitingIdentity(_, _) ->
          rejectUndetected(rest, "the login deadline passed");
      case ConnectionState.Serving(_, _, _) -> {
        return;
      }
      case ConnectionState.Closing(_) -> {}
    }
    wire.cut(SessionEndReason.SESSION_END_REASON_SILENT);
  }

  private void leave(SessionEndReason reason) {
    if (state instanceof ConnectionState.Serving(_, _, EldSession session)) {
      services.sessions().closed(session, reason);
    }
  }

  private boolean detect(ByteBuf in) {
    return switch (services.detector().detect(in)) {
      case ProtocolDetector.Detection.Speaks(var protocol) -> {
        state = new ConnectionState.AwaitingIdentity(protocol.name(), protocol.openStream());
        yield true;
      }
      case ProtocolDetector.Detection.NeedMore() -> false;
      case ProtocolDetector.Detection.Foreign(String name) -> {
        refuseFirstBytes(
            in, RejectReason.REJECT_REASON_FOREIGN_PROTOCOL, "this is " + name + ", not an ELD");
        yield false;
      }
      case ProtocolDetector.Detection.Unrecognised() -> {
        refuseFirstBytes(
            in, RejectReason.REJECT_REASON_MALFORMED, "the first bytes are of no known protocol");
        yield false;
      }
    };
  }

  private void refuseFirstBytes(ByteBuf in, RejectReason reason, String detail) {
    refuse(RejectedFrame.of(in, in.readerIndex(), in.readableBytes(), reason, 0, detail));
    wire.cut(SessionEndReason.SESSION_END_REASON_PROTOCOL_ERROR);
  }

  private void rejectUndetected(ByteBuf rest, String when) {
    if (rest.isReadable()) {
      refuse(
          RejectedFrame.of(
              rest,
              rest.readerIndex(),
              rest.readableBytes(),
              RejectReason.REJECT_REASON_TRUNCATED,
              rest.readableBytes(),
              when
                  + " after "
                  + rest.readableBytes()
                  + " bytes, before the device said who it is"));
    }
  }

  private boolean take(ByteBuf in, String protocol, StreamSession decoder) {
    int start = in.readerIndex();
    Decoded decoded = decoder.next(in);
    switch (decoded) {
      case Decoded.NeedMoreBytes() -> {
        return false;
      }
      case Decoded.Identification(DeviceIdentity claimed) ->
          identify(
              claimed, protocol, decoder, WireBytes.copyOf(in, start, in.readerIndex() - start));
      case Decoded.RecordBatch batch ->
          publish(batch, WireBytes.copyOf(in, start, in.readerIndex() - start));
      case Decoded.CommandReply(_, CommandReplyContent content) ->
          reject(UnaskedReply.asReject(content));
      case Decoded.KeepAlive(WireBytes answer) -> answer(answer);
      case Decoded.Rejected rejected -> reject(rejected);
    }
    return true;
  }

  private void identify(
      DeviceIdentity claimed, String protocol, StreamSession decoder, WireBytes login) {
    switch (services.directory().admitEld(claimed.value(), protocol)) {
      case Admission.Admitted(Device device) -> {
        EldSessions.Opening opening =
            services.sessions().open(device, claimed.value(), protocol, remoteAddress, wire);
        switch (opening) {
          case EldSessions.Opening.Opened(EldSession session) -> {
            WireBytes answer = decoder.answer(StreamSession.Verdict.ACCEPTED);
            state = new ConnectionState.Serving(protocol, decoder, session);
            answer(answer);
          }
          // Not answered: a device that was refused by name may give up for good.
          case EldSessions.Opening.TooOften(_) -> {
            intake.metrics().slowed();
            wire.cut(SessionEndReason.SESSION_END_REASON_REPLACED);
          }
        }
      }
      case Admission.Refused(RejectReason reason, String deviceId, String detail) -> {
        RejectSource source =
            new RejectSource(deviceId, claimed.value(), protocol, "tcp", remoteAddress);
        intake.refuse(
            new RejectedFrame(login, login.length(), reason, 0, detail), source, wire::execute);
        answer(decoder.answer(StreamSession.Verdict.REFUSED));
        closeAfterAnswers(SessionEndReason.SESSION_END_REASON_REVOKED);
      }
    }
  }

  private void publish(Decoded.RecordBatch batch, WireBytes frame) {
    AnswerQueue.Slot slot = answers.reserve();
    int records = batch.records().size();
    if (records == 0) {
      slot.fill(batch.acknowledgement().forAccepted(0));
      wire.flushAnswers();
      return;
    }
    // The vehicle is looked up for each frame: the device may have been moved since its login.
    Device device = services.directory().find(source().deviceId()).orElse(null);
    if (device == null) {
      wire.cut(SessionEndReason.SESSION_END_REASON_REVOKED);
      return;
    }
    wire.onSubmitted(
        intake.records(
            lane,
            device,
            batch.records(),
            frame,
            source(),
            wire::execute,
            answering(slot, () -> batch.acknowledgement().forAccepted(records))));
  }

  private void reject(Decoded.Rejected rejected) {
    AnswerQueue.Slot slot = answers.reserve();
    if (rejected.answer().isEmpty()) {
      slot.fill(WireBytes.EMPTY);
    }
    if (state instanceof ConnectionState.Serving) {
      wire.onSubmitted(
          intake.reject(
              lane,
              rejected.frame(),
              source(),
              wire::execute,
              rejected.answer().isEmpty() ? settling() : answering(slot, rejected::answer)));
    } else {
      refuse(rejected.frame());
      slot.fill(rejected.answer());
    }
    rejects++;
    if (rejected.fate() == Decoded.Fate.CLOSE
        || rejects >= services.config().rejectsPerConnection()) {
      closeAfterAnswers(SessionEndReason.SESSION_END_REASON_PROTOCOL_ERROR);
    } else {
      wire.flushAnswers();
    }
  }

  private void reject(RejectedFrame frame) {
    wire.onSubmitted(intake.reject(lane, frame, source(), wire::execute, settling()));
  }

  private void refuse(RejectedFrame frame) {
    intake.refuse(frame, source(), wire::execute);
  }

  private void answer(WireBytes bytes) {
    answers.reserve().fill(bytes);
    wire.flushAnswers();
  }

  private Intake.Outcome answering(AnswerQueue.Slot slot, Supplier<WireBytes> answer) {
    return new FrameOutcome(
        wire,
        () -> {
          slot.fill(answer.get());
          wire.flushAnswers();
        });
  }

  private Intake.Outcome settling() {
    return new FrameOutcome(wire, () -> {});
  }

  private RejectSource source() {
    return state.source(remoteAddress);
  }
}
