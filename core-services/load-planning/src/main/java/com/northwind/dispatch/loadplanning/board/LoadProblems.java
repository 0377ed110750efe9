package com.northwind.dispatch.loadplanning.board;

import com.northwind.dispatch.loadplanning.load.Assignment;
import com.northwind.dispatch.loadplanning.load.Load;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.loadplanning.load.Refusal;
import com.northwind.dispatch.processkit.http.Problem;
import java.util.Locale;

/// Why a load does not do what a dispatcher asks, as problem details.
final class LoadProblems {
  private LoadProblems() {}

  static Problem of(Load load, Refusal refusal) {
    LoadId id = load.freight().load();
    return switch (refusal) {
      case Refusal.AlreadyHeld(Assignment holder) ->
          Problem.of(
              409,
              "load-held",
              "The load is held",
              "Load %s is held by driver %s since %s, assigned by %s. Take it back first."
                  .formatted(id, holder.driver(), holder.assignedAt(), holder.assignedBy()));
      case Refusal.NotHeld() ->
          Problem.of(409, "load-not-held", "The load is not held", "Nobody has load " + id + ".");
      case Refusal.Closed(var status) ->
          Problem.of(
              409,
              "load-closed",
              "The load is closed",
              "Load " + id + " is " + status.name().toLowerCase(Locale.ROOT) + ".");
      case Refusal.NotTheHolder(), Refusal.Stale(), Refusal.NoSuchStop(_) ->
          Problem.of(
              409,
              "load-changed",
              "The load has changed",
              "Load " + id + " is " + load.status() + "; read it again.");
    };
  }

  static Problem noSuchLoad(LoadId id) {
    return Problem.of(404, "no-such-load", "No such load", "There is no load " + id + ".");
  }

  static Problem unknownDriver(String id) {
    return Problem.at(
        "/driverId",
        "unknown-driver",
        "The driver is not known",
        "There is no driver " + id + ". Enter drivers with PUT /v1/drivers.");
  }

  static Problem unknownTractor(String id) {
    return Problem.at(
        "/tractorId",
        "unknown-tractor",
        "The tractor is not known",
        "There is no tractor " + id + ". Enter tractors with PUT /v1/tractors.");
  }

  static Problem loadIdTaken(LoadId id) {
    return Problem.of(
        409, "load-id-taken", "The load's id is taken", "There is a load " + id + " already.");
  }
}
