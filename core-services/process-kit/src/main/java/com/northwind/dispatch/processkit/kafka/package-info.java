/// How every process talks to Kafka: the settings ([KafkaSettings]), a consumer group's loop that
/// applies events and survives outages ([EventConsumer]), and a view of a whole topic kept in
/// memory ([TopicView]).
///
/// Inside the loop:
///
/// ```
/// poll ─▶ Deliveries: what is handed on together, and what is suspected to end its process
///      ─▶ RecordReader: an event that keeps its contract, or what is wrong with it
///      ─▶ RecordApplier ─▶ Handler ─▶ Progress: commit
///              └─ cannot be applied ─▶ DeadLetterLog (durable before the commit)
///      ─▶ Redriver ─▶ RedriveAttempt: letters that are due, key by key
/// ```
@NullMarked
package com.northwind.dispatch.processkit.kafka;

import org.jspecify.annotations.NullMarked;
