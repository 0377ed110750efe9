package com.northwind.dispatch.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Speaks JSON with one service. A request that finds nobody, or a server in trouble, is repeated
/// for a while: processes may be restarted at any moment.
final class RestClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int SERVER_ERROR = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI service;

  RestClient(HttpClient http, URI service) {
    this.http = http;
    this.service = service;
  }

  /// What a service answered.
  record Answer(int status, String body) {
    private static final int FIRST_ERROR = 400;

    boolean isOk() {
      return status < FIRST_ERROR;
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(
            "the service answered something else than JSON: " + body, e);
      }
    }
  }

  Answer get(String path) throws InterruptedException {
    return send(request(path).GET().build());
  }

  Answer put(String path, JsonNode body) throws InterruptedException {
    return send(request(path).PUT(publisher(body)).build());
  }

  Answer post(String path, JsonNode body) throws InterruptedException {
    return send(request(path).POST(publisher(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Northwind-Actor", "demo");
  }

  private static HttpRequest.BodyPublisher publisher(JsonNode body) {
    return HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
  }

  private Answer send(HttpRequest request) throws InterruptedException {
    long deadline = System.nanoTime() + GIVE_UP_AFTER.toNanos();
    while (true) {
      try {
        HttpResponse<String> response =
            http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() < SERVER_ERROR || isLate(deadline)) {
          return new Answer(response.statusCode(), response.body());
        }
      } catch (IOException e) {
        if (isLate(deadline)) {
          throw new IllegalStateException("nobody answers at " + request.uri(), e);
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private static boolean isLate(long deadline) {
    return System.nanoTime() - deadline > 0;
  }
}
