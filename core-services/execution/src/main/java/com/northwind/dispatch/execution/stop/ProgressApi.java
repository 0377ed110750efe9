package com.northwind.dispatch.execution.stop;

import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.util.List;

/// The REST API over [StopProgress].
public final class ProgressApi {
  private final StopProgress progress;
  private final Transactions transactions;

  public ProgressApi(StopProgress progress, Transactions transactions) {
    this.progress = progress;
    this.transactions = transactions;
  }

  /// The routes to serve.
  public List<Route> routes() {
    return List.of(Route.get("/v1/loads/{loadId}/progress", this::get));
  }

  private HttpResponse get(HttpRequest request) throws SQLException {
    LoadId load = new LoadId(request.path("loadId"));
    return transactions
        .call(transaction -> progress.view(transaction, load))
        .map(view -> HttpResponse.json(200, view))
        .orElseThrow(
            () ->
                Problem.of(
                        404,
                        "progress-unknown",
                        "The load has no progress",
                        "No route of load " + load + " has come in.")
                    .asException());
  }
}
