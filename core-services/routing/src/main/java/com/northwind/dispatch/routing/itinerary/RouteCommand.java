package com.northwind.dispatch.routing.itinerary;

/// What routing can be asked to do about a load.
sealed interface RouteCommand {
  LoadId load();

  /// Route an assignment.
  record Plan(Assignment assignment) implements RouteCommand {
    @Override
    public LoadId load() {
      return assignment.load();
    }
  }

  /// Say that an assignment cannot be routed, because of what it says itself.
  record TurnDown(LoadId load, int assignmentNo, PlanResult.Impossible why)
      implements RouteCommand {}

  /// The load was taken from its driver.
  ///
  /// @param assignmentNo the assignment that ended
  record Withdraw(LoadId load, int assignmentNo, String detail, String actor)
      implements RouteCommand {}

  /// The load is called off.
  record CallOff(LoadId load, String detail, String actor) implements RouteCommand {}

  /// Every stop of the load is done.
  record Finish(LoadId load, int assignmentNo) implements RouteCommand {}

  /// Somebody wants the live route revoked.
  record Revoke(LoadId load, RevokeReason reason, String detail, String actor)
      implements RouteCommand {}
}
