package com.northwind.dispatch.loadplanning.load;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known about the work on one assignment.
///
/// @param routeSequenceNo the routing decision the driver's sheet follows, or null until there is
///   one
/// @param acceptedAt when the driver took the load on, or null when not yet
/// @param startedAt earliest time a stop was reached or left, or null when none was
/// @param lastLeftAt latest time a stop was left, or null when none was
/// @param reachedStops ids of stops the vehicle has arrived at
/// @param leftStops ids of stops the vehicle has departed from
public record Progress(
    @Nullable Integer routeSequenceNo,
    @Nullable Instant acceptedAt,
    @Nullable Instant startedAt,
    @Nullable Instant lastLeftAt,
    Set<String> reachedStops,
    Set<String> leftStops) {

  /// Nothing is known yet.
  public static final Progress NONE = new Progress(null, null, null, null, Set.of(), Set.of());

  public Progress {
    reachedStops = Set.copyOf(reachedStops);
    leftStops = Set.copyOf(leftStops);
  }

  Progress routed(int sequenceNo) {
    return new Progress(sequenceNo, acceptedAt, startedAt, lastLeftAt, reachedStops, leftStops);
  }

  Progress accepted(Instant at) {
    return new Progress(routeSequenceNo, at, startedAt, lastLeftAt, reachedStops, leftStops);
  }

  Progress reached(String stop, Instant at) {
    return new Progress(
        routeSequenceNo,
        acceptedAt,
        earlier(startedAt, at),
        lastLeftAt,
        with(reachedStops, stop),
        leftStops);
  }

  Progress left(String stop, Instant at) {
    return new Progress(
        routeSequenceNo,
        acceptedAt,
        earlier(startedAt, at),
        later(lastLeftAt, at),
        reachedStops,
        with(leftStops, stop));
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a == null || b.isBefore(a) ? b : a;
  }

  private static Instant later(@Nullable Instant a, Instant b) {
    return a == null || b.isAfter(a) ? b : a;
  }

  private static Set<String> with(Set<String> stops, String stop) {
    Set<String> more = new TreeSet<>(stops);
    more.add(stop);
    return more;
  }
}
