package com.northwind.dispatch.contracts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The fast path, and beside it the way it is held to.
final class BothWays {
  private static final int MAX_NESTING = 100;

  /// `JsonFormat` warns of times it will not read in a later release; here they are meant.
  private static final Logger TIMES = Logger.getLogger("com.google.protobuf.util.Timestamps");

  static {
    TIMES.setLevel(Level.OFF);
  }

  private final JsonFactory strict =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();
  private final TelemetryJson fast = new TelemetryJson();
  private final JsonBytes out = new JsonBytes(16);

  String written(Telemetry telemetry) {
    out.reset();
    fast.write(telemetry, out);
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  Telemetry read(String json) throws JsonReadException {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  Telemetry read(byte[] json) throws JsonReadException {
    return fast.read(json, 0, json.length);
  }

  /// What the fast path makes of it, if anything.
  Optional<Telemetry> verdict(byte[] json) {
    try {
      return Optional.of(read(json));
    } catch (JsonReadException _) {
      return Optional.empty();
    }
  }

  String printedByJsonFormat(Telemetry telemetry) throws InvalidProtocolBufferException {
    return printer.print(telemetry);
  }

  Telemetry mergedByJsonFormat(String json) throws InvalidProtocolBufferException {
    Telemetry.Builder telemetry = Telemetry.newBuilder();
    parser.merge(json, telemetry);
    return telemetry.build();
  }

  /// What `JsonFormat` makes of it, if it is JSON. By itself it takes more, such as comments.
  Optional<Telemetry> verdictOfJsonFormat(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      return isStrict(text) ? Optional.of(mergedByJsonFormat(text)) : Optional.empty();
    } catch (CharacterCodingException | InvalidProtocolBufferException _) {
      return Optional.empty();
    }
  }

  private boolean isStrict(String text) {
    try (JsonParser in = strict.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      in.skipChildren();
      return in.nextToken() == null;
    } catch (JsonProcessingException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `JsonFormat` reads -0.0 as 0.0, and a field that is not optional is absent then.
  static Telemetry withoutMinusZero(Telemetry telemetry) {
    return (Telemetry) withoutMinusZero((Message) telemetry);
  }

  static Message withoutMinusZero(Message message) {
    Message.Builder builder = message.toBuilder();
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.isRepeated()) {
        for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
          builder.setRepeatedField(field, i, zeroed(message.getRepeatedField(field, i)));
        }
      } else if (message.hasField(field)) {
        builder.setField(field, zeroed(message.getField(field)));
      }
    }
    return builder.build();
  }

  private static Object zeroed(Object value) {
    return switch (value) {
      case Double number when number == 0 -> 0.0;
      case Message message -> withoutMinusZero(message);
      default -> value;
    };
  }
}
