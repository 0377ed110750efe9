package com.northwind.dispatch.loadplanning.board;

import com.northwind.dispatch.loadplanning.load.DriverId;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.loadplanning.load.LoadRow;
import com.northwind.dispatch.loadplanning.load.LoadStatus;
import com.northwind.dispatch.loadplanning.load.LoadStore;
import com.northwind.dispatch.loadplanning.sheet.ReceiptStore;
import com.northwind.dispatch.loadplanning.sheet.Receipts;
import com.northwind.dispatch.loadplanning.sheet.Withdrawal;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.audit.AuditEntry;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads loads as dispatchers see them.
public final class LoadViews {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;
  private static final int MAX_HISTORY = 1_000;

  private final Transactions transactions;
  private final LoadStore loads;
  private final ReceiptStore receipts;
  private final Audit audit;
  private final Duration sheetPatience;
  private final Clock clock;

  /// A page of loads. `after` of the next request is the last one's id.
  public record Page(List<LoadView> loads) {}

  /// What happened to a load, oldest first.
  public record History(String loadId, List<AuditEntry> entries) {}

  /// @param sheetPatience how long a version of a sheet may be on its way to the tablet
  public LoadViews(
      Transactions transactions,
      LoadStore loads,
      ReceiptStore receipts,
      Audit audit,
      Duration sheetPatience,
      Clock clock) {
    this.sheetPatience = sheetPatience;
    this.clock = clock;
    this.transactions = transactions;
    this.loads = loads;
    this.receipts = receipts;
    this.audit = audit;
  }

  HttpResponse list(HttpRequest request) throws SQLException {
    int limit = request.query("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    LoadStatus status = request.query("status").map(LoadViews::status).orElse(null);
    DriverId driver =
        request.query("driverId").filter(id -> !id.isEmpty()).map(DriverId::new).orElse(null);
    String after = request.query("after").orElse("");
    return transactions.call(
        transaction ->
            HttpResponse.json(
                200,
                new Page(
                    complete(transaction, loads.list(transaction, status, driver, after, limit)))));
  }

  HttpResponse one(HttpRequest request) throws SQLException {
    LoadId id = LoadApi.load(request);
    return transactions.call(
        transaction -> {
          Optional<LoadRow> row = loads.find(transaction, id);
          return row.isEmpty()
              ? HttpResponse.problem(LoadProblems.noSuchLoad(id))
              : HttpResponse.json(200, complete(transaction, List.of(row.get())).getFirst());
        });
  }

  HttpResponse history(HttpRequest request) throws SQLException {
    LoadId id = LoadApi.load(request);
    return transactions.call(
        transaction -> {
          List<AuditEntry> entries = audit.of(transaction, id.value(), MAX_HISTORY);
          return entries.isEmpty()
              ? HttpResponse.problem(LoadProblems.noSuchLoad(id))
              : HttpResponse.json(200, new History(id.value(), entries));
        });
  }

  private List<LoadView> complete(Transaction transaction, List<LoadRow> rows) throws SQLException {
    List<String> ids = rows.stream().map(row -> row.load().freight().load().value()).toList();
    Map<String, Receipts> sheets = receipts.ofLoads(transaction, ids);
    Map<String, Withdrawal> withdrawals = receipts.withdrawals(transaction, ids);
    Instant overdueBefore = clock.instant().minus(sheetPatience);
    return rows.stream()
        .map(LoadView::of)
        .map(
            view ->
                view.with(
                    receipts(view.receipts(), sheets.get(view.loadId()), overdueBefore),
                    withdrawals.get(view.loadId())))
        .toList();
  }

  private static LoadView.@Nullable ReceiptsView receipts(
      LoadView.@Nullable ReceiptsView known, @Nullable Receipts sheet, Instant overdueBefore) {
    if (known == null || sheet == null) {
      return known;
    }
    boolean overdue = sheet.onDeviceAt() == null && sheet.issuedAt().isBefore(overdueBefore);
    return known.with(sheet, overdue);
  }

  private static LoadStatus status(String name) {
    return Arrays.stream(LoadStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        400,
                        "query-parameter",
                        "A query parameter does not fit",
                        "'status=" + name + "' is none of " + Arrays.toString(LoadStatus.values()))
                    .asException());
  }
}
