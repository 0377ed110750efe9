@NullMarked
package com.northwind.dispatch.simulator.run;

import org.jspecify.annotations.NullMarked;
