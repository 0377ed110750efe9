package com.northwind.dispatch.simulator.dispatcher;

import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.truck.TruckPlan;

/// A driver a dispatcher gives loads to, and where the truck goes.
///
/// @param driver who
/// @param truck what is driven
public record DispatchedDriver(FleetDriver driver, TruckPlan truck) {}
