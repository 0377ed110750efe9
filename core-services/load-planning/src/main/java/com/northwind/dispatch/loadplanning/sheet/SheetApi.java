package com.northwind.dispatch.loadplanning.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetStop;
import com.northwind.dispatch.loadplanning.fleet.FleetStore;
import com.northwind.dispatch.loadplanning.load.ContractTime;
import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.loadplanning.request.RequestCheck;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows a driver's sheet and how far its newest versions came.
public final class SheetApi {
  private static final int SHOWN_VERSIONS = 20;

  private final Transactions transactions;
  private final FleetStore fleet;
  private final SheetStore sheets;
  private final ReceiptStore receipts;

  /// A driver's sheet.
  ///
  /// @param revision newest version, 0 when there never was one
  /// @param versions the newest versions with their receipts, newest first
  public record SheetView(
      String driverId, int revision, List<SheetLoadView> loads, List<Receipts> versions) {}

  /// One load on a sheet.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SheetLoadView(
      String loadId,
      String reference,
      int assignmentNo,
      int sequenceNo,
      String tractorId,
      @Nullable String trailerId,
      List<SheetStopView> stops) {}

  /// One stop of a load on a sheet.
  ///
  /// @param legDistanceKm distance from the stop before, kilometres
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SheetStopView(
      String stopId,
      String locationName,
      Instant plannedArrival,
      Instant plannedDeparture,
      double legDistanceKm) {}

  public SheetApi(
      Transactions transactions, FleetStore fleet, SheetStore sheets, ReceiptStore receipts) {
    this.transactions = transactions;
    this.fleet = fleet;
    this.sheets = sheets;
    this.receipts = receipts;
  }

  /// What it serves.
  public List<Route> routes() {
    return List.of(Route.get("/v1/drivers/{id}/sheet", this::sheet));
  }

  private HttpResponse sheet(HttpRequest request) throws SQLException {
    String id = request.path("id");
    return transactions.call(transaction -> sheet(transaction, id));
  }

  private HttpResponse sheet(Transaction transaction, String id) throws SQLException {
    if (!RequestCheck.isId(id) || !fleet.known(transaction, new DriverId(id))) {
      return HttpResponse.problem(
          Problem.of(404, "no-such-driver", "No such driver", "There is no driver " + id + "."));
    }
    DriverId driver = new DriverId(id);
    List<Receipts> versions = receipts.newest(transaction, driver, SHOWN_VERSIONS);
    List<SheetLoadView> loads =
        sheets.entries(transaction, driver).stream().map(SheetApi::view).toList();
    int revision = versions.isEmpty() ? 0 : versions.getFirst().revision();
    return HttpResponse.json(200, new SheetView(id, revision, loads, versions));
  }

  private static SheetLoadView view(RouteSheetLoad load) {
    return new SheetLoadView(
        load.getLoadId(),
        load.getReference(),
        load.getAssignmentNo(),
        load.getSequenceNo(),
        load.getTractorId(),
        load.getTrailerId().isEmpty() ? null : load.getTrailerId(),
        load.getStopsList().stream().map(SheetApi::view).toList());
  }

  private static SheetStopView view(RouteSheetStop stop) {
    return new SheetStopView(
        stop.getStop().getStopId(),
        stop.getStop().getLocationName(),
        ContractTime.instant(stop.getPlannedArrivalTime()),
        ContractTime.instant(stop.getPlannedDepartureTime()),
        stop.getLegDistanceKm());
  }
}
