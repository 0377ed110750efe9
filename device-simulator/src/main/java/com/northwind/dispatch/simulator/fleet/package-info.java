/// Who is simulated: [com.northwind.dispatch.simulator.fleet.FleetFile] names drivers, tablets and
/// ELD units.
@NullMarked
package com.northwind.dispatch.simulator.fleet;

import org.jspecify.annotations.NullMarked;
