package com.northwind.dispatch.schemaregistry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Speaks to a registry over HTTP.
final class RegistryClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private final int port;

  /// An answer; `body` is missing when it is not JSON.
  record Answer(int status, JsonNode body, String text, HttpResponse<?> response) {
    int errorCode() {
      return body.path("error_code").asInt();
    }

    String message() {
      return body.path("message").asText();
    }

    int id() {
      return body.path("id").asInt();
    }
  }

  RegistryClient(int port) {
    this.port = port;
  }

  /// A subject or another segment of a path, percent-encoded.
  static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  Answer put(String path, String body) throws IOException, InterruptedException {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  /// A GET of something that is not JSON.
  Answer text(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), MissingNode.getInstance(), response.body(), response);
  }

  /// Registers a schema.
  Answer register(String subject, String schema) throws IOException, InterruptedException {
    return post("/subjects/" + encoded(subject) + "/versions", Schemas.body(schema));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", MEDIA_TYPE);
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(), JSON.readTree(response.body()), response.body(), response);
  }
}
