@NullMarked
package com.northwind.dispatch.simulator.corridor;

import org.jspecify.annotations.NullMarked;
