package com.northwind.dispatch.schemaregistry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.schemaregistry.registration.CompatibilityCheck;
import com.northwind.dispatch.schemaregistry.registration.Registry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/compatibility`: whether a schema could be registered, without registering it.
final class CompatibilityApi {
  private final Registry registry;

  /// @param messages each break, where `verbose` asks for them
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      @JsonProperty("is_compatible") boolean compatible, @Nullable List<String> messages) {}

  CompatibilityApi(Registry registry) {
    this.registry = registry;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/compatibility/subjects/{subject}/versions", this::withAll),
        Route.post("/compatibility/subjects/{subject}/versions/{version}", this::withOne));
  }

  private HttpResponse withAll(HttpRequest request) {
    return answer(
        request, registry.check(Parameters.subject(request), RegisterBody.of(request).candidate()));
  }

  private HttpResponse withOne(HttpRequest request) {
    return answer(
        request,
        RefusedException.valueOf(
            registry.check(
                Parameters.subject(request),
                Parameters.version(request),
                RegisterBody.of(request).candidate())));
  }

  private static HttpResponse answer(HttpRequest request, CompatibilityCheck check) {
    return Answers.json(
        request,
        new View(check.compatible(), Parameters.on(request, "verbose") ? check.messages() : null));
  }
}
