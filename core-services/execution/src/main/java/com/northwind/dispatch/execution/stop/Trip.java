package com.northwind.dispatch.execution.stop;

import java.time.Instant;

/// One assignment of a load as it was routed: who drives it, with what, since when.
///
/// @param assignmentNo which assignment of the load, from 1
/// @param sequenceNo number of the routing decision
/// @param since when routing decided; what happened before is not about this trip
record Trip(int assignmentNo, int sequenceNo, String driverId, String vehicleId, Instant since) {}
