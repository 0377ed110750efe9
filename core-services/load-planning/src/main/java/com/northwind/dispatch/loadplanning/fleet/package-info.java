/// The drivers and tractors there are: who can be given a load, and what with. [FleetApi] takes
/// them in, [FleetStore] keeps them.
@NullMarked
package com.northwind.dispatch.loadplanning.fleet;

import org.jspecify.annotations.NullMarked;
