package com.northwind.dispatch.processkit.kafka;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;

/// An event and where it was read.
///
/// @param topic the topic's name
/// @param partition its partition
/// @param offset its place in the partition
/// @param event the event
public record ConsumedEvent(String topic, int partition, long offset, EventEnvelope event) {}
