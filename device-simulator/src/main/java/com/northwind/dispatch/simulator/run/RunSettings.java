package com.northwind.dispatch.simulator.run;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a run is to do.
///
/// @param eldGateway the gateway's TCP port for ELD units
/// @param tabletGateway the gateway's port for tablets
/// @param planning load planning's REST API
/// @param elds how many units of the fleet, from its first
/// @param tablets how many tablets of the fleet, from its first
/// @param dispatchers how many dispatchers, each acting once a second
/// @param eldInterval between two records of a unit
/// @param stopTime a driver's time on one stop
/// @param duration how long the connected fleet is driven
/// @param connectLimit how long to wait for the fleet to connect
/// @param settleLimit how long to wait, after that, for everything to arrive
/// @param ramp over which the first connections are spread
/// @param seed routes and actions are drawn from it
/// @param threads event loops
/// @param journal directory that lets a killed run go on, or empty
public record RunSettings(
    InetSocketAddress eldGateway,
    InetSocketAddress tabletGateway,
    URI planning,
    int elds,
    int tablets,
    int dispatchers,
    Duration eldInterval,
    Duration stopTime,
    Duration duration,
    Duration connectLimit,
    Duration settleLimit,
    Duration ramp,
    long seed,
    int threads,
    Optional<Path> journal) {

  /// Before the end, nothing is assigned for this long, so that what was assigned can arrive.
  public Duration quiet() {
    Duration tenth = duration.dividedBy(10);
    return tenth.compareTo(Duration.ofSeconds(5)) < 0 ? tenth : Duration.ofSeconds(5);
  }

  /// What a restart must bring again to go on with a run; addresses may change.
  public String arguments() {
    return "elds=%d tablets=%d dispatchers=%d interval=%s stop=%s duration=%s seed=%d"
        .formatted(elds, tablets, dispatchers, eldInterval, stopTime, duration, seed);
  }
}
