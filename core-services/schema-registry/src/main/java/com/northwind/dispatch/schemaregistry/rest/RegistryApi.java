package com.northwind.dispatch.schemaregistry.rest;

import com.northwind.dispatch.processkit.http.HttpApi;
import com.northwind.dispatch.processkit.http.Route;
import com.northwind.dispatch.schemaregistry.registration.Registry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The REST API over [Registry], as clients of schema registries know it.
public final class RegistryApi {
  private RegistryApi() {}

  /// Starts listening.
  ///
  /// @param kafkaClusterId the cluster's id, empty while it is not known
  /// @param version of this build
  /// @throws IOException when the address is taken; the message names it
  public static HttpApi start(
      InetSocketAddress address,
      Registry registry,
      Supplier<String> kafkaClusterId,
      String version,
      MeterRegistry meters)
      throws IOException {
    List<Route> routes =
        Stream.of(
                new MetadataApi(kafkaClusterId, version).routes(),
                new SubjectsApi(registry).routes(),
                new SchemasApi(registry).routes(),
                new CompatibilityApi(registry).routes(),
                new SettingsApi(registry).routes())
            .flatMap(List::stream)
            .map(route -> Answers.answering(route, registry::knowsThePast, meters))
            .toList();
    return HttpApi.start(address, meters, routes, Answers.STYLE);
  }
}
