@NullMarked
package com.northwind.dispatch.simulator.probe;

import org.jspecify.annotations.NullMarked;
