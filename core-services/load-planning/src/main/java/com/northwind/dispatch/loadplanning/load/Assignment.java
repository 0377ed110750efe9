package com.northwind.dispatch.loadplanning.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A load given to a driver and a tractor.
///
/// @param no which assignment of the load this is, from 1
/// @param driver who drives
/// @param tractor with what
/// @param trailerId trailer to pull, or null when none was named
/// @param assignedAt when the dispatcher decided, UTC
/// @param assignedBy who decided
public record Assignment(
    int no,
    DriverId driver,
    TractorId tractor,
    @Nullable String trailerId,
    Instant assignedAt,
    String assignedBy) {}
