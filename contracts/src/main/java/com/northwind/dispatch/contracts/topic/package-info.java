/// The topics of the platform: one typed place that says what each is called, keyed by, and kept
/// for.
///
/// [Topics] is the catalogue, [Topic] one entry, [TopicCreator] makes a cluster have them.
@NullMarked
package com.northwind.dispatch.contracts.topic;

import org.jspecify.annotations.NullMarked;
