/// Events that leave the service exactly because, and only if, the state changed.
///
/// ```
/// transaction: state + audit + Outbox.append ──commit──▶ table outbox ──OutboxRelay──▶ Kafka, acks=all
///                                                             ▲                            │
///                                                             └───── delete what is acked ─┘
/// ```
///
/// **Nothing is skipped.** Ids come from a sequence and transactions commit in any order, so "id
/// greater than the last one seen" would miss a late commit. [RelayStep] keeps no such mark: it
/// reads whatever rows are there, lowest id first, and deletes exactly the rows Kafka has
/// acknowledged. A row that commits late is simply there in the next step.
///
/// **Order per key.** Two events of one key come from transactions that hold the same row lock (the
/// load's, the driver's) until they commit. So the later event takes its id after the earlier one
/// is committed, and any step that sees the later one sees the earlier one too, with the lower id.
/// Transaction ids would not do here: one is given at a transaction's first write, which may
/// precede its wait for the lock.
///
/// **At least once.** A relay that dies between Kafka's ack and the delete sends the rows again,
/// with the same event ids, from the oldest on. Consumers apply on natural keys.
///
/// **One claimant.** Replicas of a service share the table; the one that holds the advisory lock
/// relays, on the very connection that holds it, so that losing the connection is losing the claim.
///
/// [Outbox] writes, [OutboxRelay] sends, [OutboxGauges] watch size and age.
@NullMarked
package com.northwind.dispatch.servicekit.outbox;

import org.jspecify.annotations.NullMarked;
