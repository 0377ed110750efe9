package com.northwind.dispatch.execution.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The REST API over [DeviceRegistry].
public final class DeviceApi {
  private static final int DEFAULT_PAGE = 100;
  private static final int LONGEST_PAGE = 1_000;
  private static final String ACTOR_HEADER = "Northwind-Actor";
  private static final String NAMELESS_ACTOR = "operator";

  private final DeviceRegistry registry;
  private final Transactions transactions;

  public DeviceApi(DeviceRegistry registry, Transactions transactions) {
    this.registry = registry;
    this.transactions = transactions;
  }

  /// What a put came to.
  record PutAnswer(int devices, int changed) {}

  /// A page of devices.
  ///
  /// @param next what to give as `after` for the next page; absent on the last
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<Device> devices, @Nullable String next) {}

  /// The routes to serve.
  public List<Route> routes() {
    return List.of(Route.put("/v1/devices", this::put), Route.get("/v1/devices", this::list));
  }

  private HttpResponse put(HttpRequest request) throws SQLException {
    @Nullable DeviceEntry[] entries = request.json(DeviceEntry[].class);
    List<Device> devices = new ArrayList<>(entries.length);
    for (int i = 0; i < entries.length; i++) {
      if (entries[i] == null) {
        throw Problem.at(
                "/" + i,
                "device-missing",
                "A device is missing",
                "Element " + i + " of the list is null; leave it out.")
            .asException();
      }
      devices.add(entries[i].check(i));
    }
    String actor = request.header(ACTOR_HEADER).orElse(NAMELESS_ACTOR);
    int changed = transactions.call(transaction -> registry.put(transaction, devices, actor));
    return HttpResponse.json(200, new PutAnswer(devices.size(), changed));
  }

  private HttpResponse list(HttpRequest request) throws SQLException {
    int limit = request.query("limit", DEFAULT_PAGE, 1, LONGEST_PAGE);
    String after = request.query("after").orElse("");
    List<Device> devices =
        transactions.call(transaction -> registry.page(transaction, after, limit));
    return HttpResponse.json(
        200, new Page(devices, devices.size() < limit ? null : devices.getLast().deviceId()));
  }
}
