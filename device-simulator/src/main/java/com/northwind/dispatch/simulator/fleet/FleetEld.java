package com.northwind.dispatch.simulator.fleet;

/// An ELD unit and the vehicle it is mounted in.
///
/// @param deviceId e.g. `ELD-0001`
/// @param imei 15 digits
/// @param vehicleId e.g. `T-0001`
public record FleetEld(String deviceId, String imei, String vehicleId) {}
