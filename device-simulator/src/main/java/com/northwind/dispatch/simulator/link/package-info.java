/// What every simulated connection shares: the threads
/// ([com.northwind.dispatch.simulator.link.EventLoops]) and the manners of coming back
/// ([com.northwind.dispatch.simulator.link.Backoff]).
@NullMarked
package com.northwind.dispatch.simulator.link;

import org.jspecify.annotations.NullMarked;
