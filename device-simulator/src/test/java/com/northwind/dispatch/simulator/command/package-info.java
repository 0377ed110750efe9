@NullMarked
package com.northwind.dispatch.simulator.command;

import org.jspecify.annotations.NullMarked;
