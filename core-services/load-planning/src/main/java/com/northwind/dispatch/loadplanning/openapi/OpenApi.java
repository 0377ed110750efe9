package com.northwind.dispatch.loadplanning.openapi;

import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Serves the description of the REST API at `/openapi.yaml`.
public final class OpenApi {
  private static final String FILE = "/openapi.yaml";

  private final byte[] description;

  private OpenApi(byte[] description) {
    this.description = description;
  }

  /// The description in this jar.
  public static OpenApi load() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("openapi.yaml is not in the jar");
      }
      return new OpenApi(in.readAllBytes());
    }
  }

  /// What it serves.
  public List<Route> routes() {
    return List.of(
        Route.get(
            FILE, request -> HttpResponse.bytes(200, "application/yaml", description.clone())));
  }
}
