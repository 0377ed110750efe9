/// Events take effect once, however often and in whatever company they come.
///
/// ```
/// Kafka ──▶ EventApplier ──one transaction an event──▶ ApplyOnce key + state + audit + outbox
/// ```
///
/// [EventApplier] is what a service gives to its consumer. It tells the failures that pass (the
/// database is away, a row is held) from those that do not; the consumer tries again in place or
/// parks the event's key ([com.northwind.dispatch.processkit.deadletter]). [ApplyOnce] guards an
/// effect by a [NaturalKey]; effects whose own table has the natural key as its primary key do not
/// need it.
@NullMarked
package com.northwind.dispatch.servicekit.apply;

import org.jspecify.annotations.NullMarked;
