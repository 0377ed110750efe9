/// What the engine counts: [PushMetrics], implemented by the process that runs it.
@NullMarked
package com.northwind.dispatch.tabletpush.metrics;

import org.jspecify.annotations.NullMarked;
