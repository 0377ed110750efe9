@NullMarked
package com.northwind.dispatch.simulator.journal;

import org.jspecify.annotations.NullMarked;
