/// Dead letters as operators handle them: records that a consumer could not apply, kept on the
/// topic `dead.letters` until they are re-driven or purged.
///
/// | type | what it does |
/// |---|---|
/// | [LetterShelf] | reads and follows the topic, writes requests and tombstones |
/// | [StoredLetter] | one letter as it stands there |
/// | [LetterChoice] | which letters a command is about |
/// | [LetterTable], [LetterPage] | all of them in a table; one of them whole |
/// | [RedriveRun] | asks consumers to apply letters again and waits for their answers |
///
/// Operators never apply anything themselves: a request is a newer version of the letter, and the
/// consumer that has the record's partition answers it, in the order of the key.
@NullMarked
package com.northwind.dispatch.localstack.deadletter;

import org.jspecify.annotations.NullMarked;
