package com.northwind.dispatch.processkit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves a list of routes over HTTP/1.1, one virtual thread a request. Bodies are read whole, up
/// to the bound of the [HttpStyle]; of a longer one nothing is kept, and the answer is a problem
/// with status 413.
public final class HttpApi implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpApi.class);

  /// How much of a body that is too long is read away, so that its sender gets to hear the answer.
  private static final long MAX_DISCARDED_BYTES = 64L << 20;

  private static final int BACKLOG = 1024;
  private static final Duration DRAIN = Duration.ofSeconds(2);

  static {
    // The JDK's server leaves Nagle's algorithm on: with delayed acks that costs 40 ms an answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final MeterRegistry meters;
  private final List<Route> routes;
  private final HttpStyle style;

  private HttpApi(
      HttpServer server,
      ExecutorService threads,
      MeterRegistry meters,
      List<Route> routes,
      HttpStyle style) {
    this.server = server;
    this.threads = threads;
    this.meters = meters;
    this.routes = List.copyOf(routes);
    this.style = style;
  }

  /// Starts listening.
  ///
  /// @throws IOException when the address is taken; the message names it
  public static HttpApi start(InetSocketAddress address, MeterRegistry meters, List<Route> routes)
      throws IOException {
    return start(address, meters, routes, HttpStyle.HOUSE);
  }

  /// Starts listening, with a bound and error answers other than ours.
  ///
  /// @throws IOException when the address is taken; the message names it
  public static HttpApi start(
      InetSocketAddress address, MeterRegistry meters, List<Route> routes, HttpStyle style)
      throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(address, BACKLOG);
    } catch (BindException e) {
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HttpApi api = new HttpApi(server, threads, meters, routes, style);
    server.setExecutor(threads);
    server.createContext("/", api::serve);
    server.start();
    return api;
  }

  /// The port in use.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Stops listening, gives requests in progress two seconds, and ends.
  @Override
  public void close() {
    server.stop((int) DRAIN.toSeconds());
    threads.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    long begin = System.nanoTime();
    String path = exchange.getRequestURI().getRawPath();
    try (exchange) {
      Found found = find(exchange.getRequestMethod(), path);
      HttpResponse response = answer(exchange, found);
      send(exchange, response);
      timer(exchange.getRequestMethod(), found, response.status())
          .record(Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private Timer timer(String method, Found found, int status) {
    return meters.timer(
        "northwind.http.requests",
        "method",
        method,
        "route",
        found.route() == null ? "none" : found.route().pattern(),
        "status",
        Integer.toString(status));
  }

  private HttpResponse answer(HttpExchange exchange, Found found) {
    String path = exchange.getRequestURI().getRawPath();
    try {
      byte[] body = readBody(exchange);
      if (found.route() == null) {
        return notServed(found, path, exchange.getRequestMethod());
      }
      HttpRequest request =
          new HttpRequest(
              found.values(),
              query(exchange.getRequestURI().getRawQuery()),
              name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
              body);
      return found.route().handler().handle(request);
    } catch (ProblemException e) {
      return style.problems().apply(e.problem());
    } catch (Exception e) {
      log.atError().addKeyValue("path", path).setCause(e).log("request failed");
      return style
          .problems()
          .apply(
              Problem.of(
                  500,
                  "internal",
                  "The service failed",
                  "The request was not carried out or its outcome is unknown: repeat it with the same commandId."));
    }
  }

  private HttpResponse notServed(Found found, String path, String method) {
    HttpResponse response = style.problems().apply(found.problem(path, method));
    return found.allowed().isEmpty()
        ? response
        : response.with("Allow", String.join(", ", found.allowed()));
  }

  private byte[] readBody(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(style.maxBodyBytes() + 1);
      if (body.length > style.maxBodyBytes()) {
        discard(in);
        throw Problem.of(
                413,
                "body-too-large",
                "The body is too large",
                "The body is longer than " + style.maxBodyBytes() + " bytes; send it in parts.")
            .asException();
      }
      return body;
    }
  }

  private static void discard(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    long left = MAX_DISCARDED_BYTES;
    int count = 0;
    while (left > 0 && count >= 0) {
      count = in.read(buffer);
      left -= Math.max(count, 0);
    }
  }

  private static void send(HttpExchange exchange, HttpResponse response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> values = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values.put(
              HttpRequest.decode(pair.substring(0, equals)),
              HttpRequest.decode(pair.substring(equals + 1)));
        }
      }
    }
    return values;
  }

  private Found find(String method, String path) {
    Set<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> values = route.match(path);
      if (values.isPresent()) {
        if (route.method().equals(method)) {
          return new Found(route, values.get(), Set.of());
        }
        allowed.add(route.method());
      }
    }
    return new Found(null, Map.of(), allowed);
  }

  /// The route of a request, or the methods that its path has.
  private record Found(@Nullable Route route, Map<String, String> values, Set<String> allowed) {
    Problem problem(String path, String method) {
      return allowed.isEmpty()
          ? Problem.of(404, "no-such-path", "No such path", path + " is not served here")
          : Problem.of(
              405, "method-not-allowed", "Method not allowed", method + " is not for " + path);
    }
  }
}
