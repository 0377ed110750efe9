/// The way from a device's words to a durable event.
///
/// | type | what it is |
/// |---|---|
/// | [EventWriter] | turns a fact into an event in the form it has on Kafka |
/// | [EventPublisher] | the only place that sends to Kafka: one thread, in order, without giving up |
/// | [Confirmation] | hears when all events of a frame are durable, or that they never will be |
/// | [PublishLane] | the events of one connection, which must not overtake each other |
/// | [BytesInFlight] | what waits for Kafka in this process, and who stopped reading because of it |
///
/// An event loop writes events and submits them; both return at once, also while Kafka is away. The
/// acknowledgement to the device is written when [Confirmation#durable()] came back to its loop.
@NullMarked
package com.northwind.dispatch.gateway.ingest;

import org.jspecify.annotations.NullMarked;
