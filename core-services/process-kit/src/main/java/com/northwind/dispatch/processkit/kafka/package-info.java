/// How every process talks to Kafka: the settings ([KafkaSettings]), a consumer group's loop that
/// applies events and survives outages ([EventConsumer]), and a view of a whole topic kept in
/// memory ([TopicView]).
@NullMarked
package com.northwind.dispatch.processkit.kafka;

import org.jspecify.annotations.NullMarked;
