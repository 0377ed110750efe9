package com.northwind.dispatch.schemaregistry.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.HttpStyle;
import com.northwind.dispatch.processkit.http.Json;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.schemaregistry.registration.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/// How the registry answers: JSON of its own media type, errors as a number and a sentence.
final class Answers {
  /// The media type of a schema registry's API.
  static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  /// Room for the largest schema with every quote of it escaped.
  static final int MAX_BODY_BYTES = 2 << 20;

  private static final String REFUSALS = "northwind.schemaregistry.refusals";
  private static final String PLAIN_JSON = "application/json";

  /// Wording and bound of everything that is not a handler's own answer.
  static final HttpStyle STYLE = new HttpStyle(MAX_BODY_BYTES, Answers::problem);

  private static final Refusal NOT_READ_YET =
      new Refusal(
          Refusal.Code.LOG_NOT_READ,
          "The registry has not read its log from Kafka yet, so it cannot tell what exists. /readyz"
              + " on the admin port says when it has.");

  /// The body of an error.
  private record ErrorBody(@JsonProperty("error_code") int errorCode, String message) {}

  private Answers() {}

  /// A route whose refusals become answers, and which waits for its turn.
  ///
  /// @param knowing whether the registry can tell yet what exists
  /// @param meters where refusals are counted
  static Route answering(Route route, BooleanSupplier knowing, MeterRegistry meters) {
    return new Route(
        route.method(),
        route.pattern(),
        request -> {
          try {
            if (!knowing.getAsBoolean()) {
              throw new RefusedException(NOT_READ_YET);
            }
            return route.handler().handle(request);
          } catch (RefusedException e) {
            meters.counter(REFUSALS, "code", e.refusal().code().name()).increment();
            return refused(e.refusal());
          }
        });
  }

  /// A value as JSON, under the media type the client asked for.
  static HttpResponse json(HttpRequest request, Object value) {
    return HttpResponse.bytes(200, mediaType(request), Json.write(value));
  }

  /// A schema as it was registered, not wrapped into anything.
  static HttpResponse schemaText(HttpRequest request, String text) {
    return HttpResponse.bytes(200, mediaType(request), text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse refused(Refusal refusal) {
    return error(refusal.code().status(), refusal.code().number(), refusal.sentence());
  }

  private static HttpResponse problem(Problem problem) {
    return problem.status() == 500
        ? error(500, 50001, "The registry failed; its log says why. Repeating the request is safe.")
        : error(problem.status(), problem.status(), problem.title() + ": " + problem.detail());
  }

  private static HttpResponse error(int status, int number, String message) {
    return HttpResponse.bytes(status, MEDIA_TYPE, Json.write(new ErrorBody(number, message)));
  }

  private static String mediaType(HttpRequest request) {
    String accepted = request.header("Accept").orElse("");
    return accepted.contains(PLAIN_JSON) && !accepted.contains("vnd.schemaregistry")
        ? PLAIN_JSON
        : MEDIA_TYPE;
  }
}
