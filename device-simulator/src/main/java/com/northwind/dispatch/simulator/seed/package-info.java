/// Chance that repeats itself: [com.northwind.dispatch.simulator.seed.Seed] hands every drawer its
/// own generator.
@NullMarked
package com.northwind.dispatch.simulator.seed;

import org.jspecify.annotations.NullMarked;
