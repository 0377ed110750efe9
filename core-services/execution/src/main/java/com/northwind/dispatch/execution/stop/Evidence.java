package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.execution.position.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something says that a step was taken at a stop.
///
/// @param at when it was taken
/// @param claimedAt what the device said instead of `at`, when that cannot be; else null
/// @param place where that was; null when not known
/// @param cause id of the event that says so
/// @param traceparent trace of that event, or null when it has none
record Evidence(
    Step step,
    Source source,
    Instant at,
    @Nullable Instant claimedAt,
    @Nullable Place place,
    String cause,
    @Nullable String traceparent) {}
