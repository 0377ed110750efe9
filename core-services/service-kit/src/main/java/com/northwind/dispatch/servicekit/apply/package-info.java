/// Events take effect once, however often and in whatever company they come.
///
/// ```
/// Kafka ──▶ EventApplier ──one transaction an event──▶ ApplyOnce key + state + audit + outbox
///               │
///               └─ an event that cannot be applied ──▶ ParkedEvents (and every later one of its key)
/// ```
///
/// [EventApplier] is what a service gives to its consumer. Failures are sorted: one that passes
/// (the database is away, a row is held) is tried again in place, and nothing overtakes it; any
/// other parks the event's key, so that one bad event holds up nobody else, and is re-driven in
/// order later. [ApplyOnce] guards an effect by a [NaturalKey]; effects whose own table has the
/// natural key as its primary key do not need it.
@NullMarked
package com.northwind.dispatch.servicekit.apply;

import org.jspecify.annotations.NullMarked;
