package com.northwind.dispatch.servicekit.service;

import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import java.io.IOException;
import java.io.InputStream;

/// Serves the description of a service's REST API as it is kept in the service's jar.
public final class OpenApi {
  private static final String FILE = "openapi.yaml";

  private OpenApi() {}

  /// `GET /openapi.yaml`.
  ///
  /// @param service a class in whose package the file lies
  /// @throws IOException when it does not
  public static Route route(Class<?> service) throws IOException {
    byte[] description = read(service);
    return Route.get(
        "/" + FILE, request -> HttpResponse.bytes(200, "application/yaml", description));
  }

  private static byte[] read(Class<?> service) throws IOException {
    try (InputStream in = service.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " does not lie beside " + service.getName());
      }
      return in.readAllBytes();
    }
  }
}
