/// Tests of the watch over emitted events.
@NullMarked
package com.northwind.dispatch.processkit.canary;

import org.jspecify.annotations.NullMarked;
