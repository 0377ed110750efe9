/// W3C trace context, so that one piece of work can be followed through every process.
@NullMarked
package com.northwind.dispatch.processkit.trace;

import org.jspecify.annotations.NullMarked;
