/// Time that tests can move: [PushTimer] for spans and deadlines. Moments that leave the process
/// come from a `java.time.Clock`.
@NullMarked
package com.northwind.dispatch.tabletpush.time;

import org.jspecify.annotations.NullMarked;
