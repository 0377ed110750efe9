/// Scripted peers: an ELD port, a tablet port and a planning that do what a test tells them.
@NullMarked
package com.northwind.dispatch.simulator.testing;

import org.jspecify.annotations.NullMarked;
