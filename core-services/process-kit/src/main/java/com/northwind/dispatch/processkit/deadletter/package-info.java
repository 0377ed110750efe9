/// What becomes of a record that cannot be applied: a dead letter. Values and rules only; the topic
/// `dead.letters` is read and written by [com.northwind.dispatch.processkit.kafka].
///
/// ```
/// record ──▶ read and hold to its contract ──▶ effect ──▶ done
///                   │ CONTRACT                  │ TRANSIENT: again in place, nothing overtakes
///                   ▼                           ▼ BUG, after three attempts
///              dead letter of its key; later records of the key are parked BEHIND it
///                   │ re-driven in order: on request, at the start of a process, after a pause
///                   ▼
///              tombstone
/// ```
///
/// | type | what it is |
/// |---|---|
/// | [FailureClass] | what kind of failure an exception is, and so who may do what about it |
/// | [LetterId] | consumer, topic, partition and offset: the key on `dead.letters` |
/// | [Letter] | what a consumer keeps in memory of a dead letter: all but its body |
/// | [LetterIndex] | the letters of one consumer, by key and in order |
/// | [RedriveRules] | when a letter is tried again without anybody asking |
/// | [LetterBody] | a letter whole, and how a record becomes one |
@NullMarked
package com.northwind.dispatch.processkit.deadletter;

import org.jspecify.annotations.NullMarked;
