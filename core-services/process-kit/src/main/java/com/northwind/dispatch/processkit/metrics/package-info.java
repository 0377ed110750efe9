/// The process's meters, in Prometheus form.
@NullMarked
package com.northwind.dispatch.processkit.metrics;

import org.jspecify.annotations.NullMarked;
