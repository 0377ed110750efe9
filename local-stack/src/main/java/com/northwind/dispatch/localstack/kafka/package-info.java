/// A real Kafka broker: one KRaft node in a JVM of its own, on files of its own.
///
/// [BrokerDirectory] turns a directory into a formatted broker and the command that runs it;
/// [LocalBroker] is a running one, for tests; [BrokerReadiness] tells when it serves.
@NullMarked
package com.northwind.dispatch.localstack.kafka;

import org.jspecify.annotations.NullMarked;
