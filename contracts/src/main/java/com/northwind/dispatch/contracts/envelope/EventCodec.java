package com.northwind.dispatch.contracts.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contracts.version.Upcasters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns events into the bytes of a Kafka record and back. Thread-safe.
///
/// Readers are tolerant: unknown attributes and unknown fields of `data` are passed over, because
/// contracts only grow. An older major version is read as the newest ([Upcasters]).
public final class EventCodec {
  /// Value of the `content-type` header of every record that holds an event.
  public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final String SPEC_VERSION = "1.0";
  private static final int MAX_NESTING = 100;

  private final JsonFactory json =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
          .build();
  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();
  private final EventTypes types;
  private final Upcasters upcasters;

  /// A codec of some types, which reads older versions as the newest.
  public EventCodec(EventTypes types, Upcasters upcasters) {
    this.types = types;
    this.upcasters = upcasters;
  }

  /// A codec for every type in the topic catalogue.
  public static EventCodec ofCatalogue() {
    return new EventCodec(EventTypes.ofCatalogue(), Upcasters.all());
  }

  /// The event as one line of UTF-8 JSON.
  public byte[] encode(EventEnvelope event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("specversion", SPEC_VERSION);
      out.writeStringField("id", event.id());
      out.writeStringField("source", event.source());
      out.writeStringField("type", event.type());
      out.writeStringField("subject", event.subject());
      out.writeStringField("time", event.time().truncatedTo(ChronoUnit.MICROS).toString());
      out.writeStringField("datacontenttype", "application/json");
      out.writeStringField("dataschema", event.dataschema());
      out.writeStringField("partitionkey", event.partitionKey());
      if (event.traceparent() != null) {
        out.writeStringField("traceparent", event.traceparent());
      }
      out.writeFieldName("data");
      out.writeRawValue(printer.print(event.data()));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write event " + event.id() + " as JSON", e);
    }
    return bytes.toByteArray();
  }

  /// Reads one record's value. Never throws for what the bytes hold.
  public DecodeResult decode(byte[] bytes) {
    Attributes attributes = new Attributes();
    try (JsonParser in = json.createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return new DecodeResult.Unreadable("the record is not a JSON object");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        attributes.read(in, bytes);
      }
    } catch (JsonProcessingException e) {
      return new DecodeResult.Unreadable(
          "the record is not JSON: " + e.getOriginalMessage() + placeOf(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading bytes in memory failed", e);
    }
    return attributes.toResult();
  }

  private static String placeOf(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? "" : " at byte " + location.getByteOffset();
  }

  /// The context attributes as they are met while reading.
  private final class Attributes {
    private @Nullable String specversion;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String partitionKey;
    private @Nullable String traceparent;
    private @Nullable String data;

    void read(JsonParser in, byte[] bytes) throws IOException {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      switch (name) {
        case "specversion" -> specversion = in.getValueAsString();
        case "id" -> id = in.getValueAsString();
        case "source" -> source = in.getValueAsString();
        case "type" -> type = in.getValueAsString();
        case "subject" -> subject = in.getValueAsString();
        case "time" -> time = in.getValueAsString();
        case "partitionkey" -> partitionKey = in.getValueAsString();
        case "traceparent" -> traceparent = in.getValueAsString();
        case "data" -> data = value == JsonToken.START_OBJECT ? objectText(in, bytes) : null;
        default -> {}
      }
      in.skipChildren();
    }

    private String objectText(JsonParser in, byte[] bytes) throws IOException {
      int from = Math.toIntExact(in.currentTokenLocation().getByteOffset());
      in.skipChildren();
      int to = Math.toIntExact(in.currentLocation().getByteOffset());
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    DecodeResult toResult() {
      if (!SPEC_VERSION.equals(specversion)) {
        return new DecodeResult.Unreadable(
            "attribute 'specversion' is " + specversion + ", expected " + SPEC_VERSION);
      }
      if (id == null || source == null || type == null || time == null || data == null) {
        return new DecodeResult.Unreadable("attribute '" + firstMissing() + "' is missing");
      }
      Optional<Message> prototype = types.prototype(type);
      if (prototype.isEmpty()) {
        return unknown(id, type);
      }
      try {
        Message.Builder message = prototype.get().newBuilderForType();
        parser.merge(data, message);
        Instant instant = OffsetDateTime.parse(time).toInstant();
        String about = subject == null ? id : subject;
        return new DecodeResult.Read(
            new EventEnvelope(
                id,
                source,
                about,
                instant,
                partitionKey == null ? about : partitionKey,
                traceparent,
                upcasters.newest(message.build())));
      } catch (InvalidProtocolBufferException e) {
        return new DecodeResult.Unreadable("data is not a " + type + ": " + e.getMessage());
      } catch (DateTimeException e) {
        return new DecodeResult.Unreadable("attribute 'time' is not an RFC 3339 time: " + time);
      } catch (IllegalArgumentException e) {
        return new DecodeResult.Unreadable(String.valueOf(e.getMessage()));
      }
    }

    private DecodeResult unknown(String id, String type) {
      return types
          .olderVersionOf(type)
          .<DecodeResult>map(known -> new DecodeResult.NewerVersion(id, type, known))
          .orElseGet(() -> new DecodeResult.UnknownType(id, type));
    }

    private String firstMissing() {
      if (id == null) {
        return "id";
      }
      if (source == null) {
        return "source";
      }
      if (type == null) {
        return "type";
      }
      return time == null ? "time" : "data";
    }
  }
}
