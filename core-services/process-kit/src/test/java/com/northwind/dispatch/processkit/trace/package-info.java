@NullMarked
package com.northwind.dispatch.processkit.trace;

import org.jspecify.annotations.NullMarked;
