package com.northwind.dispatch.contracts.envelope;

import com.northwind.dispatch.contracts.json.JsonBytes;
import com.northwind.dispatch.contracts.json.JsonBytesPool;
import com.northwind.dispatch.contracts.version.Upcasters;

/// Turns events into the bytes of a Kafka record and back. Thread-safe.
///
/// Readers are tolerant: unknown attributes and unknown fields of `data` are passed over, because
/// contracts only grow. An older major version is read as the newest ([Upcasters]).
public final class EventCodec {
  /// Value of the `content-type` header of every record that holds an event.
  public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private final EnvelopeWriter writer = new EnvelopeWriter();
  private final JsonBytesPool buffers = new JsonBytesPool();
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
  ///
  /// @throws IllegalArgumentException if a time of the event is outside the years 0001 to 9999
  public byte[] encode(EventEnvelope event) {
    JsonBytes buffer = buffers.take();
    try {
      encode(event, buffer);
      return buffer.toByteArray();
    } finally {
      buffers.giveBack(buffer);
    }
  }

  /// Writes the event as one line of UTF-8 JSON behind what the caller's buffer holds.
  ///
  /// @throws IllegalArgumentException if a time of the event is outside the years 0001 to 9999
  public void encode(EventEnvelope event, JsonBytes buffer) {
    writer.write(event, buffer);
  }

  /// Reads one record's value. Never throws for what the bytes hold.
  public DecodeResult decode(byte[] bytes) {
    return new EnvelopeReader(types, upcasters, bytes).read();
  }
}
