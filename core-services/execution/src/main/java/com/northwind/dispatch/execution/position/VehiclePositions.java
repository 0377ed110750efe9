package com.northwind.dispatch.execution.position;

import com.northwind.dispatch.servicekit.database.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The last known position of every vehicle. Thread-safe.
public final class VehiclePositions {
  private final PostgresPositionStore positions = new PostgresPositionStore();
  private final PostgresClockFaultStore faults = new PostgresClockFaultStore();
  private final MeterRegistry meters;

  public VehiclePositions(MeterRegistry meters) {
    this.meters = meters;
  }

  /// Moves vehicles forward, in a few statements however many fixes there are.
  ///
  /// Returns the fixes that are later than what was known of their vehicle, by vehicle, in the
  /// order of their time; the vehicles' rows are locked until the transaction ends. Every other fix
  /// is late or a repetition: it changes nothing, so a replay returns nothing.
  public Map<String, List<Fix>> advance(Transaction transaction, Collection<Fix> fixes)
      throws SQLException {
    Map<String, List<Fix>> byVehicle = new TreeMap<>();
    for (Fix fix : fixes) {
      byVehicle.computeIfAbsent(fix.vehicleId(), vehicle -> new ArrayList<>()).add(fix);
    }
    Map<String, Instant> known = positions.lockFixTimes(transaction, byVehicle.keySet());
    Map<String, List<Fix>> fresh = new TreeMap<>();
    for (Map.Entry<String, List<Fix>> vehicle : byVehicle.entrySet()) {
      List<Fix> later =
          laterThan(known.getOrDefault(vehicle.getKey(), Instant.MIN), vehicle.getValue());
      if (!later.isEmpty()) {
        fresh.put(vehicle.getKey(), later);
      }
    }
    int taken = fresh.values().stream().mapToInt(List::size).sum();
    count(transaction, "TAKEN", taken);
    count(transaction, "LATE", fixes.size() - taken);
    if (!fresh.isEmpty()) {
      positions.save(transaction, fresh.values().stream().map(List::getLast).toList());
    }
    return fresh;
  }

  /// Remembers that a device's clock was wrong.
  public void note(Transaction transaction, ClockFault fault) throws SQLException {
    faults.save(transaction, fault);
    count(transaction, fault.reason().name(), 1);
  }

  /// Counts a record that says nothing about where its vehicle is.
  public void ignore(Transaction transaction, FixReading.Reason reason) {
    count(transaction, reason.name(), 1);
  }

  Optional<Fix> find(Transaction transaction, String vehicleId) throws SQLException {
    return positions.find(transaction, vehicleId);
  }

  Optional<ClockFault> faultOf(Transaction transaction, String vehicleId) throws SQLException {
    return faults.ofVehicle(transaction, vehicleId);
  }

  List<ClockFault> newestFaults(Transaction transaction, int limit) throws SQLException {
    return faults.newest(transaction, limit);
  }

  /// Those after `known`, one for each time, in order.
  private static List<Fix> laterThan(Instant known, List<Fix> fixes) {
    Instant last = known;
    List<Fix> later = new ArrayList<>();
    for (Fix fix : fixes.stream().sorted(Comparator.comparing(Fix::fixTime)).toList()) {
      if (fix.fixTime().isAfter(last)) {
        later.add(fix);
        last = fix.fixTime();
      }
    }
    return later;
  }

  private void count(Transaction transaction, String outcome, int records) {
    if (records > 0) {
      transaction.afterCommit(
          () -> meters.counter("northwind.telemetry.fixes", "outcome", outcome).increment(records));
    }
  }
}
