@NullMarked
package com.northwind.dispatch.simulator.eld;

import org.jspecify.annotations.NullMarked;
