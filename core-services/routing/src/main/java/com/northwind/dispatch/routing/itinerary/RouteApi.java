package com.northwind.dispatch.routing.itinerary;

import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.command.Answer;
import com.northwind.dispatch.servicekit.command.Command;
import com.northwind.dispatch.servicekit.command.Commands;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.database.Transactions;
import java.sql.SQLException;
import java.util.List;

/// The REST API over [Itineraries]. `openapi.yaml` describes it; a test holds both together.
public final class RouteApi {
  private static final String ACTOR_HEADER = "Northwind-Actor";
  private static final String NAMELESS_ACTOR = "operator";

  private final Itineraries itineraries;
  private final Transactions transactions;
  private final Commands commands;

  public RouteApi(Itineraries itineraries, Transactions transactions, Commands commands) {
    this.itineraries = itineraries;
    this.transactions = transactions;
    this.commands = commands;
  }

  /// The routes to serve.
  public List<Route> routes() {
    return List.of(
        Route.get("/v1/routes/{loadId}", this::get),
        Route.post("/v1/routes/{loadId}/revoke", this::revoke));
  }

  private HttpResponse get(HttpRequest request) throws SQLException {
    LoadId load = new LoadId(request.path("loadId"));
    return transactions
        .call(transaction -> itineraries.view(transaction, load))
        .map(view -> HttpResponse.json(200, view))
        .orElseThrow(() -> unknown("Load " + load + " has never been routed.").asException());
  }

  private HttpResponse revoke(HttpRequest request) throws SQLException {
    LoadId load = new LoadId(request.path("loadId"));
    RevokeRequest body = request.json(RevokeRequest.class);
    Command command = Command.of(body.commandId(), "revoke route of " + load, body);
    RouteCommand.Revoke revoke =
        body.toCommand(load, request.header(ACTOR_HEADER).orElse(NAMELESS_ACTOR));
    Itineraries.Cause cause =
        new Itineraries.Cause(command.id(), request.header("traceparent").orElse(null));
    return commands.run(
        command,
        transaction -> answer(transaction, itineraries.carryOut(transaction, revoke, cause), load));
  }

  private Answer answer(Transaction transaction, Outcome outcome, LoadId load) throws SQLException {
    return switch (outcome) {
      case Outcome.Changed _ ->
          Answer.json(
              200,
              itineraries
                  .view(transaction, load)
                  .orElseThrow(() -> new IllegalStateException("revoked route is gone")));
      case Outcome.Refused(Outcome.Refusal refusal, String detail) ->
          Answer.refused(
              switch (refusal) {
                case UNKNOWN -> unknown(detail);
                case NOT_LIVE ->
                    Problem.of(409, "route-not-live", "The load has no live route", detail);
              });
      case Outcome.Ignored(Outcome.Reason reason) ->
          throw new IllegalStateException("a revoke is decided or refused, never " + reason);
    };
  }

  private static Problem unknown(String detail) {
    return Problem.of(404, "route-unknown", "The load has no route", detail);
  }
}
