package com.northwind.dispatch.simulator.dispatcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.northwind.dispatch.simulator.corridor.Place;
import com.northwind.dispatch.simulator.journal.JournalEntry.CommandSent;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import com.northwind.dispatch.simulator.measure.RunClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Turns a planned step into a request that makes sense now: what cannot be done (no load waits, no
/// driver has room) becomes the nearest thing that can. Confined to its dispatcher's event loop.
final class CommandWriter {
  private final String runId;
  private final int dispatcher;
  private final long runStartedMs;
  private final List<DispatchedDriver> drivers;
  private final List<Place> cities;
  private final DispatcherSettings settings;
  private final AssignmentLedger ledger;
  private final LoadPool pool;
  private final RunClock clock;
  private final JsonMapper mapper =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  CommandWriter(
      String runId,
      int dispatcher,
      long runStartedMs,
      List<DispatchedDriver> drivers,
      List<Place> cities,
      DispatcherSettings settings,
      AssignmentLedger ledger,
      LoadPool pool,
      RunClock clock) {
    this.runId = runId;
    this.dispatcher = dispatcher;
    this.runStartedMs = runStartedMs;
    this.drivers = List.copyOf(drivers);
    this.cities = List.copyOf(cities);
    this.settings = settings;
    this.ledger = ledger;
    this.pool = pool;
    this.clock = clock;
  }

  /// What to send.
  sealed interface Request {}

  /// Something that changes things.
  record Command(CommandSent sent) implements Request {}

  /// Something that only looks.
  record Read(Act act, String path) implements Request {}

  private record AssignBody(String commandId, String driverId, String tractorId) {}

  private record CreateBody(
      String commandId, String loadId, String reference, List<LoadDraft.Stop> stops) {}

  /// The request for a step.
  ///
  /// @param isQuiet nothing is to be assigned or taken away any more
  Request write(int step, DispatcherPlan.Step planned, long dueUs, boolean isQuiet) {
    SplittableRandom random = planned.random();
    return switch (planned.act()) {
      case CREATE ->
          mayCreate() ? create(step, random, dueUs) : assignOr(step, random, dueUs, isQuiet);
      case ASSIGN -> assignOr(step, random, dueUs, isQuiet);
      case UNASSIGN -> isQuiet ? list() : unassignOr(step, dueUs);
      case CANCEL -> isQuiet ? list() : cancelOr(step, random, dueUs);
      case LIST -> list();
      case VIEW -> view();
    };
  }

  private boolean mayCreate() {
    return pool.available() < settings.loadsWaiting();
  }

  private Request assignOr(int step, SplittableRandom random, long dueUs, boolean isQuiet) {
    Optional<Map.Entry<String, String>> load = pool.oldestAvailable();
    if (isQuiet || load.isEmpty()) {
      return mayCreate() ? create(step, random, dueUs) : list();
    }
    Optional<DispatchedDriver> driver = driverWithRoom(load.get().getValue(), random);
    if (driver.isEmpty()) {
      return mayCreate() ? create(step, random, dueUs) : list();
    }
    String loadId = load.get().getKey();
    String driverId = driver.get().driver().driverId();
    String commandId = commandId(step);
    return command(
        step,
        Act.ASSIGN,
        loadId,
        driverId,
        "v1/loads/" + loadId + "/assign",
        new AssignBody(commandId, driverId, driver.get().driver().tractorId()),
        dueUs);
  }

  /// The driver the load was entered for, or else the next with room.
  private Optional<DispatchedDriver> driverWithRoom(String preferred, SplittableRandom random) {
    int start = random.nextInt(drivers.size());
    for (int i = 0; i < drivers.size(); i++) {
      if (drivers.get(i).driver().driverId().equals(preferred)) {
        start = i;
      }
    }
    for (int i = 0; i < drivers.size(); i++) {
      DispatchedDriver candidate = drivers.get((start + i) % drivers.size());
      if (ledger.openLoads(candidate.driver().driverId()) < settings.loadsPerDriver()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private Request create(int step, SplittableRandom random, long dueUs) {
    DispatchedDriver target = drivers.get(random.nextInt(drivers.size()));
    boolean isAtTruck = random.nextInt(100) < settings.startsAtTruckPercent();
    // A moving truck gets there some seconds from now, when the load has reached its tablet.
    double atS = (dueUs / 1000 - runStartedMs) / 1000.0 + 12;
    String loadId = "L-" + runId + "-" + (dispatcher + 1) + "-" + step;
    LoadDraft draft =
        LoadDraft.draw(
            random,
            "PO-" + (dispatcher + 1) + "-" + (1000 + step),
            target.truck().at(atS).location(),
            isAtTruck,
            cities,
            Instant.ofEpochMilli(dueUs / 1000));
    String commandId = commandId(step);
    return command(
        step,
        Act.CREATE,
        loadId,
        target.driver().driverId(),
        "v1/loads",
        new CreateBody(commandId, loadId, draft.reference(), draft.stops()),
        dueUs);
  }

  private Request unassignOr(int step, long dueUs) {
    return pool.lastGiven()
        .map(
            loadId -> withdraw(step, Act.UNASSIGN, loadId, "Customer moved the appointment", dueUs))
        .orElseGet(this::list);
  }

  private Request cancelOr(int step, SplittableRandom random, long dueUs) {
    Optional<String> load =
        random.nextBoolean() ? pool.lastGiven() : pool.oldestAvailable().map(Map.Entry::getKey);
    return load.map(loadId -> withdraw(step, Act.CANCEL, loadId, "Customer cancelled", dueUs))
        .orElseGet(this::list);
  }

  private Request withdraw(int step, Act act, String loadId, String reason, long dueUs) {
    String verb = act == Act.UNASSIGN ? "/unassign" : "/cancel";
    Map<String, String> body = Map.of("commandId", commandId(step), "reason", reason);
    return command(step, act, loadId, "", "v1/loads/" + loadId + verb, body, dueUs);
  }

  private Request list() {
    return new Read(Act.LIST, "v1/loads?status=AVAILABLE&limit=20");
  }

  private Request view() {
    return pool.lastGiven()
        .<Request>map(loadId -> new Read(Act.VIEW, "v1/loads/" + loadId))
        .orElseGet(this::list);
  }

  /// The same for the same step of the same run, so that a retry is known as one.
  private String commandId(int step) {
    String name = runId + "/" + dispatcher + "/" + step;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Request command(
      int step, Act act, String loadId, String driverId, String path, Object body, long dueUs) {
    String json;
    try {
      json = mapper.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that cannot be written: " + body, e);
    }
    return new Command(
        new CommandSent(
            dispatcher,
            step,
            act.name(),
            commandId(step),
            loadId,
            driverId,
            path,
            json,
            dueUs,
            clock.nowUs()));
  }
}
