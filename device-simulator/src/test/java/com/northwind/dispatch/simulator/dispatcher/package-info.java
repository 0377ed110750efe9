@NullMarked
package com.northwind.dispatch.simulator.dispatcher;

import org.jspecify.annotations.NullMarked;
