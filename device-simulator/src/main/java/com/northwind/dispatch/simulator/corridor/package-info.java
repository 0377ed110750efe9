/// Where trucks drive: real roads between real North-American cities.
///
/// [com.northwind.dispatch.simulator.corridor.Atlas] holds the cities and the
/// [com.northwind.dispatch.simulator.corridor.Corridor]s, read from two tables beside it
/// (`places.tsv`, `corridors.tsv`). A corridor is a chain of great circles through the towns along
/// an interstate; [com.northwind.dispatch.simulator.corridor.Coordinate] does the arithmetic.
@NullMarked
package com.northwind.dispatch.simulator.corridor;

import org.jspecify.annotations.NullMarked;
