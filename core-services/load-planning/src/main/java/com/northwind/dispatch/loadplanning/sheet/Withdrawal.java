package com.northwind.dispatch.loadplanning.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A load that was taken off a driver's sheet before it was done.
///
/// @param driverId whose sheet it was on
/// @param sheetRevision first version without it
/// @param onDeviceAt when the tablet had that version, by its clock; null while the driver may
///   still see the load
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Withdrawal(String driverId, int sheetRevision, @Nullable Instant onDeviceAt) {}
