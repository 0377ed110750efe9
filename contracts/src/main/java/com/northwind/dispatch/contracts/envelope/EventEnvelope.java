package com.northwind.dispatch.contracts.envelope;

import com.google.protobuf.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event and its CloudEvents context attributes.
///
/// @param id names the event for ever; the same fact sent twice carries the same id
/// @param source who says so, a URI reference such as `/gateway/gw-1`
/// @param subject the thing the event is about, e.g. a load's id
/// @param time when it happened, UTC; microseconds are kept on the wire
/// @param partitionKey the record's Kafka key; events of one key keep their order
/// @param traceparent W3C trace context of the work that caused it, or null when there is none
/// @param causationId id of the event, action or command that led to it, or null when it has none
/// @param data the fact itself; its full protobuf name is the event's type
public record EventEnvelope(
    String id,
    String source,
    String subject,
    Instant time,
    String partitionKey,
    @Nullable String traceparent,
    @Nullable String causationId,
    Message data) {

  public EventEnvelope {
    requireText(id, "id");
    requireText(source, "source");
    requireText(subject, "subject");
    requireText(partitionKey, "partitionKey");
  }

  /// An event that nothing in particular led to.
  public EventEnvelope(
      String id,
      String source,
      String subject,
      Instant time,
      String partitionKey,
      @Nullable String traceparent,
      Message data) {
    this(id, source, subject, time, partitionKey, traceparent, null, data);
  }

  /// Full protobuf name of the message in [#data()], the event's `type`.
  public String type() {
    return data.getDescriptorForType().getFullName();
  }

  /// The registered revision that [#data()] follows, the event's `dataschema`.
  public String dataschema() {
    return SchemaRevision.current(data.getDescriptorForType()).urn();
  }

  private static void requireText(String value, String name) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("event attribute '" + name + "' is empty");
    }
  }
}
