package com.northwind.dispatch.execution.stop;

/// A driver says on the tablet that a step was taken at a stop.
///
/// @param actionId made on the tablet; the same action always carries the same
record DriverReport(
    String actionId, LoadId load, String driverId, String stopId, Evidence evidence) {}
