package com.northwind.dispatch.schemaregistry.rest;

import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What the registry says about itself.
final class MetadataApi {
  private final Supplier<String> kafkaClusterId;
  private final String version;

  /// @param kafkaClusterId the cluster's id, empty while it is not known
  /// @param version of the build
  MetadataApi(Supplier<String> kafkaClusterId, String version) {
    this.kafkaClusterId = kafkaClusterId;
    this.version = version;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/", request -> Answers.json(request, Map.of())),
        Route.post("/", request -> Answers.json(request, Map.of())),
        Route.get("/contexts", request -> Answers.json(request, List.of("."))),
        Route.get("/v1/metadata/id", this::id),
        Route.get("/v1/metadata/version", this::version));
  }

  private HttpResponse id(HttpRequest request) {
    Map<String, String> clusters =
        Map.of(
            "kafka-cluster",
            kafkaClusterId.get(),
            "schema-registry-cluster",
            "northwind-schema-registry");
    return Answers.json(
        request, Map.of("id", "", "scope", Map.of("path", List.of(), "clusters", clusters)));
  }

  private HttpResponse version(HttpRequest request) {
    return Answers.json(request, Map.of("version", version, "commitId", ""));
  }
}
