/// Where the delivery engine of `tablet-push` meets Kafka, the device directory and the network.
///
/// | type | what it is |
/// |---|---|
/// | [TabletListener] | the door: the engine with everything it needs, and its port |
/// | `TokenVerifier`, `TokenKeys` | who is at the other end: a signed token, and the keys it is checked with |
/// | `TabletTls` | certificate and key, replaced while running |
/// | `KafkaUplink` | actions and receipts on their way to `tablet.actions` and `tablet.receipts` |
/// | `PushMeters` | what the engine counts |
///
/// Sheets come from compacted `tablet.instructions` into the engine's mailboxes, so a reconnect
/// storm is served from memory, even with every core service and Kafka itself away.
@NullMarked
package com.northwind.dispatch.gateway.tablet;

import org.jspecify.annotations.NullMarked;
