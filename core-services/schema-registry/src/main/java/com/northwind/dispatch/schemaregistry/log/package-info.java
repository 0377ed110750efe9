/// The log: one compacted topic of one partition, `contracts.schemas`, that holds everything the
/// registry knows. [SchemaLog] reads it whole into memory, [SchemaWriter] writes it.
///
/// Records, each a line of JSON; compaction keeps the newest of each key:
///
/// | key | value | |
/// |---|---|---|
/// | `{"record":"schema","id":17}` | `{"id":17,"fingerprint":"sha256:…","schemaType":"JSON","schema":"…"}` | content of an id; never taken back |
/// | | `{"id":17,"fingerprint":"sha256:…","erased":true}` | its last version was deleted for good: the text is gone, the id stays with the content |
/// | `{"record":"version","subject":"s","version":3}` | `{"subject":"s","version":3,"id":17,"standing":"ACTIVE"}` | or `DELETED`, or `ERASED` (only the number is left); taken back when the subject is deleted for good |
/// | `{"record":"level","subject":"s"}` | `{"compatibility":"FULL_TRANSITIVE"}` | without `subject`: that of all subjects without their own |
/// | `{"record":"mode","subject":"s"}` | `{"mode":"READONLY"}` | likewise |
/// | `{"record":"write"}` | `{"highestId":17,"write":"<uuid>","node":"schema-registry","at":"2026-11-22T10:00:00Z"}` | the last record of every write |
///
/// A record that is none of these, or is broken, is logged with its place and passed over.
///
/// How a write goes:
///
/// ```
/// no pen ─ decide: nothing to write ─▶ read up to the committed end, decide again ─▶ answer
///    │
///    ├─ initTransactions: Kafka fences whoever had the pen and undoes what it had begun
///    ├─ read to the end
///    ▼
/// pen ──── decide on that state ─▶ one transaction: records and the mark ─▶ read back ─▶ answer
///    ▲                                       │
///    └── after a pause, decide anew ◀────────┴─ fenced, or no answer from Kafka
/// ```
///
/// There is no leader to elect: every replica uses one transactional id, so whoever asked Kafka for
/// it last is the only one whose transactions commit, and no other write can come between its
/// reading of the end and its commit. `kill -9` at any moment leaves all records of a write or
/// none. A commit without an answer is looked up by its mark when the log is read the next time.
@NullMarked
package com.northwind.dispatch.schemaregistry.log;

import org.jspecify.annotations.NullMarked;
