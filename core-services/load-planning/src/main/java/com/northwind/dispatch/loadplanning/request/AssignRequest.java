package com.northwind.dispatch.loadplanning.request;

import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.loadplanning.load.LoadCommand;
import com.northwind.dispatch.loadplanning.load.TractorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A load to be given to a driver, as it is sent.
///
/// @param commandId id the sender made for this command
/// @param driverId who is to drive
/// @param tractorId with what
/// @param trailerId trailer to pull, or null when none is named
public record AssignRequest(
    @Nullable String commandId,
    @Nullable String driverId,
    @Nullable String tractorId,
    @Nullable String trailerId) {

  /// The command, when every field is right.
  public LoadCommand.Assign toCommand(Instant now, String actor, String checkedCommandId) {
    return new LoadCommand.Assign(
        new DriverId(RequestCheck.id(driverId, "/driverId")),
        new TractorId(RequestCheck.id(tractorId, "/tractorId")),
        RequestCheck.optionalId(trailerId, "/trailerId"),
        now,
        actor,
        checkedCommandId);
  }
}
