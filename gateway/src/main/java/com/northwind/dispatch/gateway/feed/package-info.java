/// What this gateway knows by heart: compacted topics read whole, so that it can serve without
/// asking anyone. [EventFeed] reads one topic; [FeedLetters] keeps the records that feeds cannot
/// take as dead letters.
@NullMarked
package com.northwind.dispatch.gateway.feed;

import org.jspecify.annotations.NullMarked;
