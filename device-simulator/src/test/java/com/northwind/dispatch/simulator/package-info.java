@NullMarked
package com.northwind.dispatch.simulator;

import org.jspecify.annotations.NullMarked;
