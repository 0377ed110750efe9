package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.eldprotocols.protocol.DeviceRecord;
import com.northwind.dispatch.eldprotocols.protocol.RecordFingerprint;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A data field (codec to second count) to what it says: a pure function of the buffer.
///
/// The same bytes can be had in two forms: as the [TeltonikaMessage] on the wire, for tests and
/// tools, or at once as telemetry, which is how the gateway takes them. Both walk the record with
/// the same layout.
final class TeltonikaDecoder {
  private static final int COUNT_BYTES = 1;

  private TeltonikaDecoder() {}

  /// What a data field comes to.
  sealed interface Content {
    /// Records.
    record Records(List<DeviceRecord> records) implements Content {}

    /// A command or a reply.
    record Command(TeltonikaMessage.CommandMessage command) implements Content {}

    /// It cannot be read.
    record Unreadable(FrameProblem problem) implements Content {}
  }

  /// What a data field comes to as a message.
  sealed interface MessageContent {
    /// The message.
    record Message(TeltonikaMessage message) implements MessageContent {}

    /// It cannot be read.
    record Unreadable(FrameProblem problem) implements MessageContent {}
  }

  /// Reads the data field of `length` bytes from `index`, records as telemetry.
  static Content read(ByteBuf buffer, int index, int length, RecordFingerprint.Taker taker) {
    Optional<Codec> codec = Codec.of(buffer.getUnsignedByte(index));
    if (codec.isEmpty()) {
      return new Content.Unreadable(unknownCodec(buffer, index));
    }
    return switch (codec.get()) {
      case GH, CODEC_8, CODEC_8_EXTENDED, CODEC_16 -> {
        RecordLayout.Findings findings = new RecordLayout.Findings();
        RecordLayout layout = layout(codec.get(), buffer, index, length, findings);
        yield layout == null
            ? new Content.Unreadable(problemOf(findings))
            : new Content.Records(records(layout, buffer, index, length, taker));
      }
      case COMMAND, TIMED_COMMAND, ADDRESSED_COMMAND ->
          switch (CommandDecoder.read(codec.get(), buffer, index, length)) {
            case CommandDecoder.Result.Read(TeltonikaMessage.CommandMessage command) ->
                new Content.Command(command);
            case CommandDecoder.Result.Unreadable(FrameProblem problem) ->
                new Content.Unreadable(problem);
          };
    };
  }

  /// Reads the data field of `length` bytes from `index` as the message on the wire.
  static MessageContent readMessage(ByteBuf buffer, int index, int length) {
    Optional<Codec> known = Codec.of(buffer.getUnsignedByte(index));
    if (known.isEmpty()) {
      return new MessageContent.Unreadable(unknownCodec(buffer, index));
    }
    Codec codec = known.get();
    return switch (codec) {
      case GH, CODEC_8, CODEC_8_EXTENDED, CODEC_16 -> {
        RecordLayout.Findings findings = new RecordLayout.Findings();
        RecordLayout layout = layout(codec, buffer, index, length, findings);
        yield switch (layout) {
          case null -> new MessageContent.Unreadable(problemOf(findings));
          case AvlLayout avl -> {
            List<AvlRecord> records = new ArrayList<>();
            int at = index + 1 + COUNT_BYTES;
            for (int i = 0; i < buffer.getUnsignedByte(index + 1); i++) {
              AvlRecordReader reader = new AvlRecordReader();
              at = avl.read(buffer, at, reader);
              records.add(reader.toRecord());
            }
            yield new MessageContent.Message(new TeltonikaMessage.AvlPacket(codec, records));
          }
          case GhLayout gh -> {
            List<GhRecord> records = new ArrayList<>();
            ByteBuf in = buffer.duplicate().readerIndex(index + 1 + COUNT_BYTES);
            for (int i = 0; i < buffer.getUnsignedByte(index + 1); i++) {
              records.add(gh.read(in));
            }
            yield new MessageContent.Message(new TeltonikaMessage.GhPacket(records));
          }
        };
      }
      case COMMAND, TIMED_COMMAND, ADDRESSED_COMMAND ->
          switch (CommandDecoder.read(codec, buffer, index, length)) {
            case CommandDecoder.Result.Read(TeltonikaMessage.CommandMessage command) ->
                new MessageContent.Message(command);
            case CommandDecoder.Result.Unreadable(FrameProblem problem) ->
                new MessageContent.Unreadable(problem);
          };
    };
  }

  /// The layout that fits the packet exactly, or null with the reason in `findings`.
  private static @Nullable RecordLayout layout(
      Codec codec, ByteBuf buffer, int index, int length, RecordLayout.Findings findings) {
    RecordLayout first =
        switch (codec) {
          case GH -> GhLayout.CODEC_7;
          case CODEC_8 -> AvlLayout.CODEC_8;
          case CODEC_8_EXTENDED -> AvlLayout.CODEC_8_EXTENDED;
          case CODEC_16 -> AvlLayout.CODEC_16;
          case COMMAND, TIMED_COMMAND, ADDRESSED_COMMAND ->
              throw new IllegalArgumentException(codec + " holds no records");
        };
    if (fits(first, buffer, index, length, findings)) {
      return first;
    }
    if (codec == Codec.CODEC_8
        && fits(AvlLayout.CODEC_8_WIDE, buffer, index, length, new RecordLayout.Findings())) {
      return AvlLayout.CODEC_8_WIDE;
    }
    return null;
  }

  private static boolean fits(
      RecordLayout layout, ByteBuf buffer, int index, int length, RecordLayout.Findings findings) {
    int count = buffer.getUnsignedByte(index + 1);
    int secondCountAt = index + length - COUNT_BYTES;
    int at = index + 1 + COUNT_BYTES;
    for (int i = 0; i < count; i++) {
      at = layout.check(buffer, at, secondCountAt, findings);
      if (at == RecordLayout.BROKEN) {
        return false;
      }
    }
    if (at != secondCountAt) {
      findings.broken(
          RejectReason.REJECT_REASON_LENGTH,
          at,
          (secondCountAt - at) + " bytes are left after the last of " + count + " records");
      return false;
    }
    int secondCount = buffer.getUnsignedByte(secondCountAt);
    if (secondCount != count) {
      findings.broken(
          RejectReason.REJECT_REASON_MALFORMED,
          secondCountAt,
          "the second count of records is " + secondCount + ", the first is " + count);
      return false;
    }
    return true;
  }

  private static List<DeviceRecord> records(
      RecordLayout layout, ByteBuf buffer, int index, int length, RecordFingerprint.Taker taker) {
    int count = buffer.getUnsignedByte(index + 1);
    List<DeviceRecord> records = new ArrayList<>(count);
    RecordLayout.Findings findings = new RecordLayout.Findings();
    int at = index + 1 + COUNT_BYTES;
    for (int i = 0; i < count; i++) {
      int next = layout.check(buffer, at, index + length, findings);
      records.add(
          new DeviceRecord(layout.telemetry(buffer, at), taker.take(buffer, at, next - at)));
      at = next;
    }
    return records;
  }

  private static FrameProblem unknownCodec(ByteBuf buffer, int index) {
    return new FrameProblem(
        RejectReason.REJECT_REASON_UNSUPPORTED,
        index,
        "the codec is 0x%02x, known are 07, 08, 0c, 0d, 0e, 10 and 8e"
            .formatted(buffer.getUnsignedByte(index)));
  }

  private static FrameProblem problemOf(RecordLayout.Findings findings) {
    FrameProblem problem = findings.problem();
    if (problem == null) {
      throw new IllegalStateException("a packet was refused without a finding");
    }
    return problem;
  }
}
