package com.northwind.dispatch.simulator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/// A small load planning that keeps loads in memory, answers a repeated command as the first time,
/// and fails as told.
public final class ScriptedPlanning implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Map<String, ObjectNode> loads = new HashMap<>();
  private final Map<String, ObjectNode> answers = new HashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Deque<Integer> failures = new ArrayDeque<>();
  private BiConsumer<String, ObjectNode> onAssigned = (driverId, load) -> {};
  private ToIntFunction<String> revisions = driverId -> 0;
  private BiConsumer<String, ObjectNode> onWithdrawn = (driverId, load) -> {};

  /// One request as it came.
  public record Call(String method, String path, JsonNode body, String actor) {}

  public ScriptedPlanning() throws IOException {
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    server.createContext("/v1/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Told of each assignment: the driver, and the load's JSON.
  public synchronized void onAssigned(BiConsumer<String, ObjectNode> listener) {
    onAssigned = listener;
  }

  /// Where the revision of a driver's newest sheet comes from.
  public synchronized void revisions(ToIntFunction<String> source) {
    revisions = source;
  }

  /// Told of each load taken away from a driver.
  public synchronized void onWithdrawn(BiConsumer<String, ObjectNode> listener) {
    onWithdrawn = listener;
  }

  /// The next mutating requests are answered with these statuses; 0 hangs up without an answer, and
  /// a negative one does the work first.
  public synchronized void failNext(int... statuses) {
    for (int status : statuses) {
      failures.add(status);
    }
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /// Loads by id.
  public synchronized Map<String, ObjectNode> loads() {
    return Map.copyOf(loads);
  }

  /// Takes a load back, as routing does when it finds no way.
  public synchronized void reopen(String loadId, String note) {
    ObjectNode load = loads.get(loadId);
    if (load != null) {
      load.put("status", "AVAILABLE").put("note", note);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    JsonNode body = bytes.length == 0 ? mapper.createObjectNode() : mapper.readTree(bytes);
    String path = exchange.getRequestURI().getPath();
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            body,
            String.valueOf(exchange.getRequestHeaders().getFirst("Northwind-Actor"))));
    boolean isRead = exchange.getRequestMethod().equals("GET");
    Integer failure = isRead ? null : nextFailure();
    if (failure != null && failure >= 0) {
      answer(exchange, failure, mapper.createObjectNode().put("title", "as told"));
      return;
    }
    ObjectNode result = isRead ? read(path) : command(path, body);
    answer(exchange, failure == null ? result.path("http").asInt(200) : -failure, result);
  }

  private synchronized Integer nextFailure() {
    return failures.poll();
  }

  private synchronized ObjectNode read(String path) {
    String[] parts = path.split("/", -1);
    if (path.endsWith("/sheet")) {
      return mapper.createObjectNode().put("revision", revisions.applyAsInt(parts[3]));
    }
    if (parts.length == 4) {
      ObjectNode load = loads.get(parts[3]);
      return load == null ? mapper.createObjectNode().put("http", 404) : load;
    }
    return mapper.createObjectNode();
  }

  private synchronized ObjectNode command(String path, JsonNode body) {
    String commandId = body.path("commandId").asText();
    ObjectNode earlier = answers.get(commandId);
    if (earlier != null) {
      return earlier;
    }
    String[] parts = path.split("/", -1);
    ObjectNode result = parts.length == 3 ? create(body) : change(parts[3], parts[4], body);
    ObjectNode kept = result.deepCopy();
    answers.put(commandId, kept);
    return kept;
  }

  private ObjectNode create(JsonNode body) {
    ObjectNode load = body.deepCopy();
    load.put("status", "AVAILABLE").put("assignmentNo", 0).put("http", 201);
    loads.put(body.path("loadId").asText(), load);
    return load;
  }

  private ObjectNode change(String loadId, String verb, JsonNode body) {
    ObjectNode load = loads.get(loadId);
    if (load == null) {
      return mapper.createObjectNode().put("http", 404);
    }
    String driverId = load.path("driverId").asText();
    switch (verb) {
      case "assign" -> {
        if (!load.path("status").asText().equals("AVAILABLE")) {
          return mapper.createObjectNode().put("http", 409);
        }
        load.put("status", "PLANNED")
            .put("http", 200)
            .put("assignmentNo", load.path("assignmentNo").asInt() + 1)
            .put("driverId", body.path("driverId").asText())
            .put("tractorId", body.path("tractorId").asText());
        onAssigned.accept(body.path("driverId").asText(), load);
      }
      case "unassign", "cancel" -> {
        load.put("status", verb.equals("cancel") ? "CANCELLED" : "AVAILABLE").put("http", 200);
        if (!driverId.isEmpty()) {
          load.remove("driverId");
          onWithdrawn.accept(driverId, load);
        }
      }
      default -> throw new AssertionError("unknown: " + verb);
    }
    return load;
  }

  private void answer(HttpExchange exchange, int status, ObjectNode result) throws IOException {
    if (status == 0) {
      exchange.close();
      return;
    }
    byte[] json = mapper.writeValueAsBytes(result);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
