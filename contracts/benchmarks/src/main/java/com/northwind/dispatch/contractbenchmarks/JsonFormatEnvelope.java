package com.northwind.dispatch.contractbenchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// What an event costs without a fast path: Jackson for the envelope, `JsonFormat` for the data.
/// Other types than telemetry still have their data written and read like this.
final class JsonFormatEnvelope {
  private final JsonFactory json = new JsonFactory();
  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();

  byte[] encode(EventEnvelope event) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("specversion", "1.0");
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
    }
    return bytes.toByteArray();
  }

  EventEnvelope decode(byte[] bytes) throws IOException {
    Map<String, String> attributes = new HashMap<>();
    Telemetry.Builder data = Telemetry.newBuilder();
    try (JsonParser in = json.createParser(bytes)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken() == JsonToken.START_OBJECT) {
          parser.merge(objectText(in, bytes), data);
        } else {
          attributes.put(name, in.getText());
        }
      }
    }
    return new EventEnvelope(
        attributes.getOrDefault("id", ""),
        attributes.getOrDefault("source", ""),
        attributes.getOrDefault("subject", ""),
        OffsetDateTime.parse(attributes.getOrDefault("time", "")).toInstant(),
        attributes.getOrDefault("partitionkey", ""),
        attributes.get("traceparent"),
        data.build());
  }

  private static String objectText(JsonParser in, byte[] bytes) throws IOException {
    int from = Math.toIntExact(in.currentTokenLocation().getByteOffset());
    in.skipChildren();
    int to = Math.toIntExact(in.currentLocation().getByteOffset());
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
