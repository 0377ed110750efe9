package com.northwind.dispatch.loadplanning.board;

import com.northwind.dispatch.loadplanning.fleet.FleetStore;
import com.northwind.dispatch.loadplanning.ledger.LoadBook;
import com.northwind.dispatch.loadplanning.ledger.Outcome;
import com.northwind.dispatch.loadplanning.load.Cause;
import com.northwind.dispatch.loadplanning.load.Freight;
import com.northwind.dispatch.loadplanning.load.Load;
import com.northwind.dispatch.loadplanning.load.LoadCommand;
import com.northwind.dispatch.loadplanning.load.LoadEvent;
import com.northwind.dispatch.loadplanning.load.LoadId;
import com.northwind.dispatch.loadplanning.request.AssignRequest;
import com.northwind.dispatch.loadplanning.request.CancelRequest;
import com.northwind.dispatch.loadplanning.request.CreateLoadRequest;
import com.northwind.dispatch.loadplanning.request.ReasonRequest;
import com.northwind.dispatch.loadplanning.request.RequestCheck;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.servicekit.command.Answer;
import com.northwind.dispatch.servicekit.command.Command;
import com.northwind.dispatch.servicekit.command.Commands;
import com.northwind.dispatch.servicekit.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// What dispatchers do with loads. Every change is a command that can be repeated.
public final class LoadApi {
  private final Commands commands;
  private final LoadBook book;
  private final FleetStore fleet;
  private final LoadViews views;
  private final Supplier<String> loadIds;

  /// @param loadIds makes ids for loads that are sent without
  public LoadApi(
      Commands commands,
      LoadBook book,
      FleetStore fleet,
      LoadViews views,
      Supplier<String> loadIds) {
    this.commands = commands;
    this.book = book;
    this.fleet = fleet;
    this.views = views;
    this.loadIds = loadIds;
  }

  /// What it serves.
  public List<Route> routes() {
    return List.of(
        Route.post("/v1/loads", this::create),
        Route.get("/v1/loads", views::list),
        Route.get("/v1/loads/{id}", views::one),
        Route.get("/v1/loads/{id}/history", views::history),
        Route.post("/v1/loads/{id}/assign", this::assign),
        Route.post("/v1/loads/{id}/unassign", this::unassign),
        Route.post("/v1/loads/{id}/cancel", this::cancel));
  }

  private HttpResponse create(HttpRequest request) throws SQLException {
    CreateLoadRequest body = request.json(CreateLoadRequest.class);
    Command command = Command.of(body.commandId(), "create", body);
    Freight freight = body.toFreight(loadIds);
    Instant now = book.now();
    LoadEvent.Tendered tendered = new LoadEvent.Tendered(freight, now, RequestCheck.actor(request));
    Cause cause = cause(command, request);
    return commands.run(
        command,
        transaction ->
            book.tender(transaction, tendered, cause)
                ? Answer.json(201, LoadView.of(Load.of(tendered), now))
                : Answer.refused(LoadProblems.loadIdTaken(freight.load())));
  }

  private HttpResponse assign(HttpRequest request) throws SQLException {
    LoadId load = load(request);
    AssignRequest body = request.json(AssignRequest.class);
    Command command = Command.of(body.commandId(), "assign " + load, body);
    LoadCommand.Assign assign =
        body.toCommand(book.now(), RequestCheck.actor(request), command.id());
    Cause cause = cause(command, request);
    return commands.run(
        command,
        transaction -> {
          FleetStore.Known known = fleet.known(transaction, assign.driver(), assign.tractor());
          if (!known.driver()) {
            throw LoadProblems.unknownDriver(assign.driver().value()).asException();
          }
          if (!known.tractor()) {
            throw LoadProblems.unknownTractor(assign.tractor().value()).asException();
          }
          return change(transaction, load, assign, cause);
        });
  }

  private HttpResponse unassign(HttpRequest request) throws SQLException {
    LoadId load = load(request);
    ReasonRequest body = request.json(ReasonRequest.class);
    Command command = Command.of(body.commandId(), "unassign " + load, body);
    LoadCommand unassign =
        new LoadCommand.Unassign(body.checkedReason(), book.now(), RequestCheck.actor(request));
    Cause cause = cause(command, request);
    return commands.run(command, transaction -> change(transaction, load, unassign, cause));
  }

  private HttpResponse cancel(HttpRequest request) throws SQLException {
    LoadId load = load(request);
    CancelRequest body = request.json(CancelRequest.class);
    Command command = Command.of(body.commandId(), "cancel " + load, body);
    LoadCommand cancel =
        new LoadCommand.Cancel(
            body.checkedReasonClass(),
            body.checkedReason(),
            book.now(),
            RequestCheck.actor(request));
    Cause cause = cause(command, request);
    return commands.run(command, transaction -> change(transaction, load, cancel, cause));
  }

  private Answer change(Transaction transaction, LoadId id, LoadCommand command, Cause cause)
      throws SQLException {
    return switch (book.change(transaction, id, command, cause)) {
      case Outcome.Done(var load) -> Answer.json(200, LoadView.of(load, book.now()));
      case Outcome.Refused(var load, var refusal) -> Answer.refused(LoadProblems.of(load, refusal));
      case Outcome.NoSuchLoad(var missing) -> throw LoadProblems.noSuchLoad(missing).asException();
    };
  }

  static LoadId load(HttpRequest request) {
    String id = request.path("id");
    if (!RequestCheck.isId(id)) {
      throw LoadProblems.noSuchLoad(new LoadId("'" + id + "'")).asException();
    }
    return new LoadId(id);
  }

  private static Cause cause(Command command, HttpRequest request) {
    return Cause.of(command.id(), request.header("traceparent").orElse(null));
  }
}
