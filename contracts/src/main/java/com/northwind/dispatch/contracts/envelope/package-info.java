/// The envelope every event travels in on Kafka, and its codec.
///
/// An event is one CloudEvents 1.0 JSON object in structured mode, so that people can grep a topic
/// and any CloudEvents SDK can read it:
///
/// | attribute | meaning |
/// |---|---|
/// | `specversion` | always `1.0` |
/// | `id` | names the event for ever: the same fact sent twice carries the same id |
/// | `source` | who says so, e.g. `/gateway/gw-1` |
/// | `type` | full name of the protobuf message in `data` |
/// | `subject` | the thing the event is about, e.g. a load's id |
/// | `time` | when it happened |
/// | `datacontenttype` | always `application/json` |
/// | `dataschema` | the registered revision `data` follows, e.g. `urn:northwind:schema:northwind.eld.v1.Telemetry:1` |
/// | `partitionkey` | the record's Kafka key |
/// | `traceparent` | W3C trace context, when there is one |
/// | `causationid` | id of the event, action or command that led to it, when there is one |
/// | `data` | the message, as proto3 JSON |
///
/// The envelope's own schema is `northwind/envelope.schema.json`. When a device's fact was received
/// stands in its data (`receivedTime`), any event's in the timestamp of its record; the order of a
/// subject's events is that of its key, and decisions carry numbers of their own (`assignmentNo`,
/// `sequenceNo`, `revision`).
///
/// [EventEnvelope] is one event in memory, [EventCodec] its bytes, [DecodeResult] what reading
/// bytes can come to.
@NullMarked
package com.northwind.dispatch.contracts.envelope;

import org.jspecify.annotations.NullMarked;
