package com.northwind.dispatch.contracts.envelope;

import com.google.protobuf.Descriptors.Descriptor;
import com.northwind.dispatch.contracts.json.DataJsons;
import com.northwind.dispatch.contracts.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes events as CloudEvents JSON. Thread-safe.
final class EnvelopeWriter {
  private static final int NANOS_PER_MICRO = 1_000;

  private static final byte[] TO_ID = ascii("{\"specversion\":\"1.0\",\"id\":");
  private static final byte[] TO_SOURCE = ascii(",\"source\":");
  private static final byte[] TO_TIME = ascii(",\"time\":");
  private static final byte[] TO_TRACEPARENT = ascii(",\"traceparent\":");
  private static final byte[] TO_CAUSATION_ID = ascii(",\"causationid\":");
  private static final byte[] TO_DATA = ascii(",\"data\":");

  private final Map<Descriptor, TypeParts> typeParts = new ConcurrentHashMap<>();

  /// What every event of a type has in common, in the order of the attributes.
  private static final class TypeParts {
    private final byte[] toSubject;
    private final byte[] toPartitionKey;

    TypeParts(String type, String dataschema) {
      this.toSubject = ascii(",\"type\":\"" + type + "\",\"subject\":");
      this.toPartitionKey =
          ascii(
              ",\"datacontenttype\":\"application/json\",\"dataschema\":\""
                  + dataschema
                  + "\",\"partitionkey\":");
    }
  }

  void write(EventEnvelope event, JsonBytes out) {
    TypeParts parts = partsOf(event);
    out.raw(TO_ID);
    out.plainText(event.id());
    out.raw(TO_SOURCE);
    out.plainText(event.source());
    out.raw(parts.toSubject);
    out.plainText(event.subject());
    out.raw(TO_TIME);
    Instant time = event.time();
    out.time(time.getEpochSecond(), time.getNano() - time.getNano() % NANOS_PER_MICRO);
    out.raw(parts.toPartitionKey);
    out.plainText(event.partitionKey());
    String traceparent = event.traceparent();
    if (traceparent != null) {
      out.raw(TO_TRACEPARENT);
      out.plainText(traceparent);
    }
    String causationId = event.causationId();
    if (causationId != null) {
      out.raw(TO_CAUSATION_ID);
      out.plainText(causationId);
    }
    out.raw(TO_DATA);
    DataJsons.of(event.data()).writeAny(event.data(), out);
    out.raw('}');
  }

  private TypeParts partsOf(EventEnvelope event) {
    Descriptor type = event.data().getDescriptorForType();
    TypeParts parts = typeParts.get(type);
    return parts == null
        ? typeParts.computeIfAbsent(type, _ -> new TypeParts(event.type(), event.dataschema()))
        : parts;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
