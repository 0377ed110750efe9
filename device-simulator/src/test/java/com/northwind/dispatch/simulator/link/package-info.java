@NullMarked
package com.northwind.dispatch.simulator.link;

import org.jspecify.annotations.NullMarked;
