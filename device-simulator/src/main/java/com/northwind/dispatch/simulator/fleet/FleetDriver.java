package com.northwind.dispatch.simulator.fleet;

/// A driver, the tractor driven and the tablet in its cab.
///
/// @param driverId e.g. `D-0001`
/// @param tractorId e.g. `T-0001`; also the vehicle id of the ELD in it
/// @param tabletId e.g. `TAB-0001`
/// @param token the tablet's signed token
public record FleetDriver(String driverId, String tractorId, String tabletId, String token) {}
