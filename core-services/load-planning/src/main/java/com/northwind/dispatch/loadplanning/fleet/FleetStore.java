package com.northwind.dispatch.loadplanning.fleet;

import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.loadplanning.load.TractorId;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.util.List;

/// The tables `driver` and `tractor`. Neither is ever taken out of its table.
public final class FleetStore {
  private static final String PUT_DRIVERS =
      """
      insert into driver (driver_id, name)
      select * from unnest(?, ?)
      on conflict (driver_id) do update set name = excluded.name where driver.name <> excluded.name
      """;
  private static final String PUT_TRACTORS =
      """
      insert into tractor (tractor_id)
      select * from unnest(?)
      on conflict (tractor_id) do nothing
      """;
  private static final String KNOWN =
      """
      select exists (select 1 from driver where driver_id = ?) as driver,
             exists (select 1 from tractor where tractor_id = ?) as tractor
      """;
  private static final String DRIVER_KNOWN =
      """
      select exists (select 1 from driver where driver_id = ?) as driver
      """;

  /// A driver.
  ///
  /// @param driverId the driver's id
  /// @param name how dispatchers call the driver
  public record Driver(String driverId, String name) {}

  /// Which of a driver and a tractor there are.
  public record Known(boolean driver, boolean tractor) {}

  /// Adds drivers, and renames those that are there.
  void putDrivers(Transaction transaction, List<Driver> drivers) throws SQLException {
    transaction
        .sql(PUT_DRIVERS)
        .with((Object) drivers.stream().map(Driver::driverId).toArray(String[]::new))
        .with((Object) drivers.stream().map(Driver::name).toArray(String[]::new))
        .update();
  }

  /// Adds tractors.
  void putTractors(Transaction transaction, List<String> tractorIds) throws SQLException {
    transaction.sql(PUT_TRACTORS).with((Object) tractorIds.toArray(String[]::new)).update();
  }

  /// Whether there are such a driver and such a tractor.
  public Known known(Transaction transaction, DriverId driver, TractorId tractor)
      throws SQLException {
    return transaction
        .sql(KNOWN)
        .with(driver.value(), tractor.value())
        .one(row -> new Known(row.getBoolean("driver"), row.getBoolean("tractor")));
  }

  /// Whether there is such a driver.
  public boolean known(Transaction transaction, DriverId driver) throws SQLException {
    return transaction.sql(DRIVER_KNOWN).with(driver.value()).one(row -> row.getBoolean("driver"));
  }
}
