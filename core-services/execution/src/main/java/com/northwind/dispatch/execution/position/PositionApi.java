package com.northwind.dispatch.execution.position;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The REST API over [VehiclePositions].
public final class PositionApi {
  private static final int DEFAULT_FAULTS = 100;
  private static final int MOST_FAULTS = 1_000;

  private final VehiclePositions positions;
  private final Transactions transactions;
  private final Clock clock;

  public PositionApi(VehiclePositions positions, Transactions transactions, Clock clock) {
    this.positions = positions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Where a vehicle was last seen.
  ///
  /// @param ageSec seconds since the fix, now
  /// @param backlog the device sent it later than it made it
  /// @param clockFault newest record of the vehicle's devices whose time could not be believed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String vehicleId,
      String deviceId,
      double latitudeDeg,
      double longitudeDeg,
      @Nullable Double speedKph,
      @Nullable Double headingDeg,
      @Nullable Double odometerKm,
      @Nullable Boolean ignition,
      Instant fixTime,
      Instant receivedTime,
      long ageSec,
      boolean backlog,
      @Nullable ClockFault clockFault) {}

  /// Devices whose clock was wrong, the newest first.
  record Faults(List<ClockFault> clockFaults) {}

  /// The routes to serve.
  public List<Route> routes() {
    return List.of(
        Route.get("/v1/vehicles/{vehicleId}/position", this::position),
        Route.get("/v1/clock-faults", this::clockFaults));
  }

  private HttpResponse position(HttpRequest request) throws SQLException {
    String vehicleId = request.path("vehicleId");
    Optional<Answer> answer =
        transactions.call(
            transaction -> {
              Optional<Fix> fix = positions.find(transaction, vehicleId);
              Optional<ClockFault> fault = positions.faultOf(transaction, vehicleId);
              return fix.map(known -> answer(known, fault.orElse(null)));
            });
    return HttpResponse.json(200, answer.orElseThrow(() -> unknown(vehicleId).asException()));
  }

  private HttpResponse clockFaults(HttpRequest request) throws SQLException {
    int limit = request.query("limit", DEFAULT_FAULTS, 1, MOST_FAULTS);
    return HttpResponse.json(
        200,
        new Faults(transactions.call(transaction -> positions.newestFaults(transaction, limit))));
  }

  private Answer answer(Fix fix, @Nullable ClockFault fault) {
    return new Answer(
        fix.vehicleId(),
        fix.deviceId(),
        fix.place().latitudeDeg(),
        fix.place().longitudeDeg(),
        fix.speedKph(),
        fix.headingDeg(),
        fix.odometerKm(),
        fix.ignition(),
        fix.fixTime(),
        fix.receivedTime(),
        Math.max(0, Duration.between(fix.fixTime(), clock.instant()).toSeconds()),
        fix.backlog(),
        fault);
  }

  private static Problem unknown(String vehicleId) {
    return Problem.of(
        404,
        "position-unknown",
        "The vehicle's position is not known",
        "No believable fix of vehicle " + vehicleId + " has come in.");
  }
}
