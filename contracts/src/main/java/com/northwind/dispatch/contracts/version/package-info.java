/// Reading what older builds wrote: a breaking change is a new version of the type, with an
/// upcaster.
///
/// | older | newer | what changed |
/// |---|---|---|
/// | `planning.v1.LoadCancelled` | `planning.v2.LoadCancelled` | the sentence in `reason` is `detail`; `reason` is a class |
///
/// A message says in its option `event` which one it `replaces`; [Upcasters] has one [Upcaster] for
/// each such pair, and chains them. [com.northwind.dispatch.contracts.envelope.EventCodec] applies
/// them while it decodes, so no reader ever meets an older version. Older versions' definitions,
/// schemas and samples stay for ever, because topics are replayed.
///
/// Rolling out a new version: first every reader (a reader that knows only the older version parks
/// the newer one as a dead letter, and re-drives it once it has been rolled too), then the
/// producers, one after the other.
@NullMarked
package com.northwind.dispatch.contracts.version;

import org.jspecify.annotations.NullMarked;
