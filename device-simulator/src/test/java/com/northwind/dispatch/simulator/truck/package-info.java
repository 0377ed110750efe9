@NullMarked
package com.northwind.dispatch.simulator.truck;

import org.jspecify.annotations.NullMarked;
