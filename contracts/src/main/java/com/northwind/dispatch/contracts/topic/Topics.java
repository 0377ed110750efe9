package com.northwind.dispatch.contracts.topic;

import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_DEAD_LETTERS;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_DEVICE_DIRECTORY;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_DEVICE_SESSIONS;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_ELD_REJECTS;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_ELD_TELEMETRY;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_EXECUTION_STOPS;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_PLANNING_LOADS;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_ROUTING_ROUTES;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_TABLET_ACTIONS;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_TABLET_INSTRUCTIONS;
import static com.northwind.dispatch.contracts.contract.v1.Topic.TOPIC_TABLET_RECEIPTS;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.contract.v1.TopicRule;
import com.northwind.dispatch.contracts.contract.v1.TopicsProto;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.eld.v1.RejectedFrame;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.execution.v1.StopArrived;
import com.northwind.dispatch.contracts.execution.v1.StopCompleted;
import com.northwind.dispatch.contracts.execution.v1.StopDeparted;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.planning.v1.LoadAssigned;
import com.northwind.dispatch.contracts.planning.v1.LoadCompleted;
import com.northwind.dispatch.contracts.planning.v1.LoadTendered;
import com.northwind.dispatch.contracts.planning.v1.LoadUnassigned;
import com.northwind.dispatch.contracts.planning.v2.LoadCancelled;
import com.northwind.dispatch.contracts.routing.v1.RouteAssigned;
import com.northwind.dispatch.contracts.routing.v1.RouteInfeasible;
import com.northwind.dispatch.contracts.routing.v1.RouteRevoked;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The topic catalogue: every topic of the platform. What each is called, keyed by and kept for,
/// who writes it and who reads it stands in `northwind/contract/v1/topics.proto`; which types it
/// carries, in each type's option `event`.
public final class Topics {
  private static final int PARTITIONS = 6;

  /// What vehicles report.
  public static final Topic ELD_TELEMETRY =
      topic(TOPIC_ELD_TELEMETRY, Telemetry.getDefaultInstance());

  /// Bytes that did not become an event.
  public static final Topic ELD_REJECTS =
      topic(TOPIC_ELD_REJECTS, RejectedFrame.getDefaultInstance());

  /// Every device the fleet owns.
  public static final Topic DEVICE_DIRECTORY =
      topic(TOPIC_DEVICE_DIRECTORY, Device.getDefaultInstance());

  /// The newest connection of every device.
  public static final Topic DEVICE_SESSIONS =
      topic(TOPIC_DEVICE_SESSIONS, Session.getDefaultInstance());

  /// What drivers do on their tablets.
  public static final Topic TABLET_ACTIONS =
      topic(TOPIC_TABLET_ACTIONS, DriverAction.getDefaultInstance());

  /// How far each route sheet has come.
  public static final Topic TABLET_RECEIPTS =
      topic(TOPIC_TABLET_RECEIPTS, Receipt.getDefaultInstance());

  /// The route sheet of every driver.
  public static final Topic TABLET_INSTRUCTIONS =
      topic(TOPIC_TABLET_INSTRUCTIONS, RouteSheet.getDefaultInstance());

  /// What happens to loads.
  public static final Topic PLANNING_LOADS =
      topic(
          TOPIC_PLANNING_LOADS,
          LoadTendered.getDefaultInstance(),
          LoadAssigned.getDefaultInstance(),
          LoadUnassigned.getDefaultInstance(),
          LoadCancelled.getDefaultInstance(),
          com.northwind.dispatch.contracts.planning.v1.LoadCancelled.getDefaultInstance(),
          LoadAccepted.getDefaultInstance(),
          LoadCompleted.getDefaultInstance());

  /// How loads are driven.
  public static final Topic ROUTING_ROUTES =
      topic(
          TOPIC_ROUTING_ROUTES,
          RouteAssigned.getDefaultInstance(),
          RouteRevoked.getDefaultInstance(),
          RouteInfeasible.getDefaultInstance());

  /// Progress at stops.
  public static final Topic EXECUTION_STOPS =
      topic(
          TOPIC_EXECUTION_STOPS,
          StopArrived.getDefaultInstance(),
          StopDeparted.getDefaultInstance(),
          StopCompleted.getDefaultInstance());

  /// Records that a consumer could not apply, until they are re-driven or purged.
  public static final Topic DEAD_LETTERS =
      topic(TOPIC_DEAD_LETTERS, DeadLetter.getDefaultInstance());

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
          EXECUTION_STOPS,
          DEAD_LETTERS);

  private Topics() {}

  /// Every topic, in the order of the catalogue.
  public static List<Topic> all() {
    return ALL;
  }

  /// The topic of that name, or nothing when the catalogue has none.
  public static Optional<Topic> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  private static Topic topic(
      com.northwind.dispatch.contracts.contract.v1.Topic topic, Message... types) {
    TopicRule rule = topic.getValueDescriptor().getOptions().getExtension(TopicsProto.about);
    return new Topic(rule.getName(), keyOf(rule), PARTITIONS, cleanupOf(rule), List.of(types));
  }

  private static Topic.Key keyOf(TopicRule rule) {
    return switch (rule.getKey()) {
      case TOPIC_KEY_VEHICLE -> Topic.Key.VEHICLE;
      case TOPIC_KEY_DEVICE -> Topic.Key.DEVICE;
      case TOPIC_KEY_DRIVER -> Topic.Key.DRIVER;
      case TOPIC_KEY_LOAD -> Topic.Key.LOAD;
      case TOPIC_KEY_RECORD -> Topic.Key.RECORD;
      case TOPIC_KEY_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException("topic '" + rule.getName() + "' does not say its key");
    };
  }

  private static Topic.Cleanup cleanupOf(TopicRule rule) {
    return rule.getRetentionDays() == 0
        ? new Topic.Cleanup.Compact()
        : new Topic.Cleanup.DeleteAfter(Duration.ofDays(rule.getRetentionDays()));
  }
}
