package com.northwind.dispatch.processkit.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One method on one path pattern such as `/v1/loads/{id}/assign`, and who answers it.
///
/// @param method HTTP method, upper case
/// @param pattern path whose `{name}` segments match any one segment
/// @param handler called on a virtual thread of its own
public record Route(String method, String pattern, Handler handler) {

  /// Answers one request.
  public interface Handler {
    /// Answers a request.
    ///
    /// @throws ProblemException to answer with a problem
    HttpResponse handle(HttpRequest request) throws Exception;
  }

  /// A route for GET.
  public static Route get(String pattern, Handler handler) {
    return new Route("GET", pattern, handler);
  }

  /// A route for POST.
  public static Route post(String pattern, Handler handler) {
    return new Route("POST", pattern, handler);
  }

  /// A route for PUT.
  public static Route put(String pattern, Handler handler) {
    return new Route("PUT", pattern, handler);
  }

  /// A route for DELETE.
  public static Route delete(String pattern, Handler handler) {
    return new Route("DELETE", pattern, handler);
  }

  /// The values of the pattern's names when the raw path fits, else nothing.
  Optional<Map<String, String>> match(String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
        values.put(
            wanted[i].substring(1, wanted[i].length() - 1), HttpRequest.decodeSegment(given[i]));
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
