/// How a truck drives: [com.northwind.dispatch.simulator.truck.TruckPlan] is a pure function from
/// time to [com.northwind.dispatch.simulator.truck.TruckState].
@NullMarked
package com.northwind.dispatch.simulator.truck;

import org.jspecify.annotations.NullMarked;
