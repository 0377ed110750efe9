package com.northwind.dispatch.loadplanning.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A load as it stands.
public sealed interface Load {
  /// What the load is.
  Freight freight();

  /// Number of its newest assignment, 0 before the first.
  int assignmentNo();

  /// Where it stands.
  LoadStatus status();

  /// Nobody has it.
  ///
  /// @param note why it is open again, or null when it never was taken
  record Available(Freight freight, int assignmentNo, @Nullable String note) implements Load {
    @Override
    public LoadStatus status() {
      return LoadStatus.AVAILABLE;
    }
  }

  /// One driver has it.
  record Held(Freight freight, Assignment assignment, Progress progress) implements Load {
    @Override
    public int assignmentNo() {
      return assignment.no();
    }

    @Override
    public LoadStatus status() {
      if (!onSheet()) {
        return LoadStatus.PLANNED;
      }
      if (progress.startedAt() != null) {
        return LoadStatus.IN_PROGRESS;
      }
      return progress.acceptedAt() != null ? LoadStatus.ACCEPTED : LoadStatus.DISPATCHED;
    }

    /// Whether the driver's sheet shows it.
    public boolean onSheet() {
      return progress.routeSequenceNo() != null;
    }

    /// Whether nothing is left to do.
    boolean done() {
      return onSheet() && progress.leftStops().containsAll(freight.stopIds());
    }

    private Held with(Progress next) {
      return new Held(freight, assignment, next);
    }
  }

  /// Every stop was left.
  record Completed(Freight freight, Assignment assignment, Progress progress, Instant completedAt)
      implements Load {
    @Override
    public int assignmentNo() {
      return assignment.no();
    }

    @Override
    public LoadStatus status() {
      return LoadStatus.COMPLETED;
    }
  }

  /// Called off.
  ///
  /// @param reason why, in one sentence
  record Cancelled(Freight freight, int assignmentNo, String reason, Instant cancelledAt)
      implements Load {
    @Override
    public LoadStatus status() {
      return LoadStatus.CANCELLED;
    }
  }

  /// A load that has just been tendered.
  static Load of(LoadEvent.Tendered tendered) {
    return new Available(tendered.freight(), 0, null);
  }

  /// The load after one more event.
  default Load evolve(LoadEvent event) {
    return switch (event) {
      case LoadEvent.Tendered tendered -> of(tendered);
      case LoadEvent.Assigned assigned -> new Held(freight(), assigned.assignment(), Progress.NONE);
      case LoadEvent.Routed routed -> held().with(held().progress().routed(routed.sequenceNo()));
      case LoadEvent.Accepted accepted -> accepted(accepted.acceptedAt());
      case LoadEvent.StopReached reached ->
          held().with(held().progress().reached(reached.stopId(), reached.at()));
      case LoadEvent.StopLeft left -> held().with(held().progress().left(left.stopId(), left.at()));
      case LoadEvent.Released released -> new Available(freight(), assignmentNo(), released.note());
      case LoadEvent.Completed completed ->
          new Completed(freight(), held().assignment(), held().progress(), completed.completedAt());
      case LoadEvent.Cancelled cancelled ->
          new Cancelled(freight(), assignmentNo(), cancelled.reason(), cancelled.cancelledAt());
    };
  }

  private Load accepted(Instant at) {
    return this instanceof Completed(var freight, var assignment, var progress, var completedAt)
        ? new Completed(freight, assignment, progress.accepted(at), completedAt)
        : held().with(held().progress().accepted(at));
  }

  private Held held() {
    if (this instanceof Held held) {
      return held;
    }
    throw new IllegalStateException("load " + freight().load() + " is " + status() + ", not held");
  }
}
