package com.northwind.dispatch.processkit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One request, read whole.
public final class HttpRequest {
  private final Map<String, String> pathValues;
  private final Map<String, String> query;
  private final Function<String, Optional<String>> headers;
  private final byte[] body;

  HttpRequest(
      Map<String, String> pathValues,
      Map<String, String> query,
      Function<String, Optional<String>> headers,
      byte[] body) {
    this.pathValues = pathValues;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  /// The part of the path that stands where the route has `{name}`.
  public String path(String name) {
    String value = pathValues.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  /// A query parameter.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /// A query parameter that is a whole number in a range, or the default when absent.
  ///
  /// @throws ProblemException 400 when it is not
  public int query(String name, int defaultValue, int min, int max) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return defaultValue;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, with the range.
    }
    throw Problem.of(
            400,
            "query-parameter",
            "A query parameter does not fit",
            "'" + name + "=" + text.get() + "' is not a whole number from " + min + " to " + max)
        .asException();
  }

  /// A header, by any case of its name.
  public Optional<String> header(String name) {
    return headers.apply(name);
  }

  /// The body as JSON of a type.
  ///
  /// @throws ProblemException when it is not
  public <T> T json(Class<T> type) {
    return Json.read(body, type);
  }

  /// The body's bytes; the caller must not change them.
  public byte[] body() {
    return body;
  }

  /// A segment of a path: there a plus is a plus.
  static String decodeSegment(String text) {
    return decode(text.replace("+", "%2B"));
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
