package com.northwind.dispatch.loadplanning.fleet;

import com.northwind.dispatch.loadplanning.request.RequestCheck;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes in the fleet's drivers and tractors. Sending the same list again changes nothing.
public final class FleetApi {
  private final Transactions transactions;
  private final FleetStore store;

  /// A driver as it is sent.
  public record DriverRequest(@Nullable String driverId, @Nullable String name) {}

  /// A tractor as it is sent.
  public record TractorRequest(@Nullable String tractorId) {}

  /// How many there were in the request.
  public record Taken(int count) {}

  public FleetApi(Transactions transactions, FleetStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /// What it serves.
  public List<Route> routes() {
    return List.of(
        Route.put("/v1/drivers", this::putDrivers), Route.put("/v1/tractors", this::putTractors));
  }

  private HttpResponse putDrivers(HttpRequest request) throws SQLException {
    List<FleetStore.Driver> drivers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (DriverRequest driver : request.json(DriverRequest[].class)) {
      String pointer = "/" + drivers.size();
      String id = newId(driver.driverId(), pointer + "/driverId", ids);
      drivers.add(new FleetStore.Driver(id, RequestCheck.text(driver.name(), pointer + "/name")));
    }
    transactions.run(transaction -> store.putDrivers(transaction, drivers));
    return HttpResponse.json(200, new Taken(drivers.size()));
  }

  private HttpResponse putTractors(HttpRequest request) throws SQLException {
    Set<String> ids = new HashSet<>();
    List<String> tractors = new ArrayList<>();
    for (TractorRequest tractor : request.json(TractorRequest[].class)) {
      tractors.add(newId(tractor.tractorId(), "/" + tractors.size() + "/tractorId", ids));
    }
    transactions.run(transaction -> store.putTractors(transaction, tractors));
    return HttpResponse.json(200, new Taken(tractors.size()));
  }

  private static String newId(@Nullable String value, String pointer, Set<String> seen) {
    String id = RequestCheck.id(value, pointer);
    if (!seen.add(id)) {
      throw Problem.at(
              pointer, "duplicate-id", "An id is there twice", "'" + id + "' is in the list twice.")
          .asException();
    }
    return id;
  }
}
