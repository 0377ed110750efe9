package com.northwind.dispatch.contracts.topic;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.eld.v1.RejectedFrame;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.execution.v1.StopArrived;
import com.northwind.dispatch.contracts.execution.v1.StopCompleted;
import com.northwind.dispatch.contracts.execution.v1.StopDeparted;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.planning.v1.LoadCancelled;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadTendered;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The topic catalogue: every topic of the platform, who writes it and who reads it.
public final class Topics {
  private static final int PARTITIONS = 6;
  private static final Topic.Cleanup DAYS_14 = new Topic.Cleanup.DeleteAfter(Duration.ofDays(14));
  private static final Topic.Cleanup DAYS_30 = new Topic.Cleanup.DeleteAfter(Duration.ofDays(30));
  private static final Topic.Cleanup NEWEST = new Topic.Cleanup.Compact();

  /// What vehicles report; gateway to execution and desk.
  public static final Topic ELD_TELEMETRY =
      topic("eld.telemetry", Topic.Key.VEHICLE, DAYS_14, Telemetry.getDefaultInstance());

  /// Bytes that did not become an event; gateway to operators.
  public static final Topic ELD_REJECTS =
      topic("eld.rejects", Topic.Key.DEVICE, DAYS_14, RejectedFrame.getDefaultInstance());

  /// Every device the fleet owns; execution to gateway.
  public static final Topic DEVICE_DIRECTORY =
      topic("device.directory", Topic.Key.DEVICE, NEWEST, Device.getDefaultInstance());

  /// The newest connection of every device; gateway to gateway, desk and execution.
  public static final Topic DEVICE_SESSIONS =
      topic("device.sessions", Topic.Key.DEVICE, NEWEST, Session.getDefaultInstance());

  /// What drivers do on their tablets; gateway to execution and load planning.
  public static final Topic TABLET_ACTIONS =
      topic("tablet.actions", Topic.Key.DRIVER, DAYS_30, DriverAction.getDefaultInstance());

  /// How far each route sheet has come; gateway to gateway, load planning and desk.
  public static final Topic TABLET_RECEIPTS =
      topic("tablet.receipts", Topic.Key.DRIVER, DAYS_30, Receipt.getDefaultInstance());

  /// The route sheet of every driver; load planning to gateway.
  public static final Topic TABLET_INSTRUCTIONS =
      topic("tablet.instructions", Topic.Key.DRIVER, NEWEST, RouteSheet.getDefaultInstance());

  /// What happens to loads; load planning to routing, execution, desk and shadow diff.
  public static final Topic PLANNING_LOADS =
      topic(
          "planning.loads",
          Topic.Key.LOAD,
          DAYS_30,
          LoadTendered.getDefaultInstance(),
          LoadAssigned.getDefaultInstance(),
          LoadUnassigned.getDefaultInstance(),
          LoadCancelled.getDefaultInstance(),
          LoadAccepted.getDefaultInstance(),
          LoadCompleted.getDefaultInstance());

  /// How loads are driven; routing to load planning, execution, desk and shadow diff.
  public static final Topic ROUTING_ROUTES =
      topic(
          "routing.routes",
          Topic.Key.LOAD,
          DAYS_30,
          RouteAssigned.getDefaultInstance(),
          RouteRevoked.getDefaultInstance(),
          RouteInfeasible.getDefaultInstance());

  /// Progress at stops; execution to routing, load planning and desk.
  public static final Topic EXECUTION_STOPS =
      topic(
          "execution.stops",
          Topic.Key.LOAD,
          DAYS_30,
          StopArrived.getDefaultInstance(),
          StopDeparted.getDefaultInstance(),
          StopCompleted.getDefaultInstance());

  private static final List<Topic> ALL =
      List.of(
          ELD_TELEMETRY,
          ELD_REJECTS,
          DEVICE_DIRECTORY,
          DEVICE_SESSIONS,
          TABLET_ACTIONS,
          TABLET_RECEIPTS,
          TABLET_INSTRUCTIONS,
          PLANNING_LOADS,
          ROUTING_ROUTES,
          EXECUTION_STOPS);

  private Topics() {}

  /// Every topic, in the order of the catalogue.
  public static List<Topic> all() {
    return ALL;
  }

  /// The topic of that name, or nothing when the catalogue has none.
  public static Optional<Topic> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  private static Topic topic(String name, Topic.Key key, Topic.Cleanup cleanup, Message... types) {
    return new Topic(name, key, PARTITIONS, cleanup, List.of(types));
  }
}
