package com.northwind.dispatch.processkit.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What a handler answers.
public final class HttpResponse {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /// A value as JSON.
  public static HttpResponse json(int status, Object value) {
    return bytes(status, "application/json", Json.write(value));
  }

  /// Plain text.
  public static HttpResponse text(int status, String text) {
    return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Bytes of a media type. The array belongs to the response from now on.
  public static HttpResponse bytes(int status, String contentType, byte[] body) {
    return new HttpResponse(status, Map.of("Content-Type", contentType), body);
  }

  /// A problem.
  public static HttpResponse problem(Problem problem) {
    return bytes(problem.status(), "application/problem+json", Json.write(problem));
  }

  /// This answer with one header more.
  public HttpResponse with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, body);
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
