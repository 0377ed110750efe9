package com.northwind.dispatch.processkit.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.processkit.metrics.Metrics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AdminServerTest {
  @Test
  void isReadyOnlyWhileEveryCheckHoldsAndNamesTheOthers() throws Exception {
    AtomicBoolean databaseUp = new AtomicBoolean();
    Readiness readiness = new Readiness();
    readiness.require("database", databaseUp::get);
    readiness.require("kafka", () -> true);

    try (Metrics metrics = Metrics.of("test", "test-1");
        AdminServer admin =
            AdminServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), readiness, metrics);
        HttpClient client = HttpClient.newHttpClient()) {

      HttpResponse<String> before = get(client, admin, "/readyz");
      databaseUp.set(true);
      HttpResponse<String> after = get(client, admin, "/readyz");

      assertEquals(503, before.statusCode());
      assertEquals("not ready: database\n", before.body());
      assertEquals(200, after.statusCode());
      assertEquals(200, get(client, admin, "/healthz").statusCode());
      assertTrue(
          get(client, admin, "/metrics").body().contains("jvm_memory_used_bytes"),
          "the JVM's own meters are served");
    }
  }

  private static HttpResponse<String> get(HttpClient client, AdminServer admin, String path)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
