package com.northwind.dispatch.loadplanning.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far one version of a driver's sheet came. A time is null until the step is reached.
///
/// @param revision the version
/// @param issuedAt when it was made
/// @param loadIds what is on it
/// @param sentAt handed to the tablet's connection, by the gateway's clock
/// @param onDeviceAt stored on the tablet, by the tablet's clock
/// @param seenAt shown to the driver, by the tablet's clock
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipts(
    int revision,
    Instant issuedAt,
    List<String> loadIds,
    @Nullable Instant sentAt,
    @Nullable Instant onDeviceAt,
    @Nullable Instant seenAt) {
  public Receipts {
    loadIds = List.copyOf(loadIds);
  }
}
