@NullMarked
package com.northwind.dispatch.simulator.tablet;

import org.jspecify.annotations.NullMarked;
