package com.northwind.dispatch.execution;

import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Serves the description of the REST API.
final class OpenApi {
  private OpenApi() {}

  /// `GET /openapi.yaml`.
  static Route route() {
    byte[] yaml = read();
    return Route.get("/openapi.yaml", request -> HttpResponse.bytes(200, "application/yaml", yaml));
  }

  static byte[] read() {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read openapi.yaml", e);
    }
  }
}
