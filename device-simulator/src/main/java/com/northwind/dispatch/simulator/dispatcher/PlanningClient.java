package com.northwind.dispatch.simulator.dispatcher;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Talks to load planning's REST API over kept-alive HTTP/1.1 connections. Safe from any thread.
public final class PlanningClient implements AutoCloseable {
  private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(10);

  private final URI planning;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("planning").factory());
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(executor)
          .build();

  /// A client of the planning at `planning`, e.g. `http://127.0.0.1:8081`.
  public PlanningClient(URI planning) {
    String base = planning.toString();
    this.planning = URI.create(base.endsWith("/") ? base : base + "/");
  }

  /// What an attempt came to.
  public sealed interface Outcome {}

  /// The planning answered.
  ///
  /// @param body the JSON, or a missing node when there was none
  /// @param retryAfterMs what the answer asks to wait before the next attempt, or -1
  public record Answered(int status, JsonNode body, long retryAfterMs) implements Outcome {}

  /// No answer came.
  ///
  /// @param kind what happened, in a word that can be counted
  public record Unanswered(String kind) implements Outcome {}

  /// Reads `path`; `then` is told on a thread of this client.
  public void get(String path, String actor, Consumer<Outcome> then) {
    send(request(path, actor).GET().build(), then);
  }

  /// Posts `json` to `path`; `then` is told on a thread of this client.
  public void post(String path, String actor, String json, Consumer<Outcome> then) {
    HttpRequest request =
        request(path, actor)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    send(request, then);
  }

  private HttpRequest.Builder request(String path, String actor) {
    return HttpRequest.newBuilder(planning.resolve(path))
        .timeout(ATTEMPT_LIMIT)
        .header("Accept", "application/json")
        .header("Northwind-Actor", actor);
  }

  private void send(HttpRequest request, Consumer<Outcome> then) {
    var _ =
        http.sendAsync(request, BodyHandlers.ofByteArray())
            .handle(
                (response, failure) -> {
                  then.accept(outcome(response, failure));
                  return "told";
                });
  }

  private Outcome outcome(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
    if (response == null) {
      return new Unanswered(kindOf(failure));
    }
    long retryAfterMs =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> seconds.matches("\\d{1,5}"))
            .map(seconds -> Long.parseLong(seconds) * 1000)
            .orElse(-1L);
    return new Answered(response.statusCode(), json(response.body()), retryAfterMs);
  }

  private JsonNode json(byte[] body) {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static String kindOf(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return switch (cause) {
      case ConnectException _ -> "connect-failed";
      case HttpTimeoutException _ -> "timeout";
      case null, default -> "connection-broken";
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
    executor.shutdownNow();
  }
}
