package com.northwind.dispatch.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.TestDatabase;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import com.northwind.dispatch.processkit.lifecycle.ProcessLifecycle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The service as it runs in production, on a real broker and a real database, for tests.
final class RunningService implements AutoCloseable {
  private final ProcessLifecycle lifecycle = new ProcessLifecycle();
  private final HttpClient http = HttpClient.newHttpClient();
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final ObjectMapper json = new ObjectMapper();
  private final ExecutionService service;
  private final KafkaProducer<String, byte[]> producer;

  /// An answer of the REST API.
  record Answer(int status, JsonNode body) {
    /// A text in the body.
    String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  private RunningService(Map<String, String> environment, KafkaSettings kafka)
      throws IOException, InterruptedException {
    service = ExecutionService.start(Settings.of(environment), lifecycle, Clock.systemUTC());
    lifecycle.started();
    producer = kafka.newProducer("test");
  }

  static RunningService start(LocalBroker broker, TestDatabase database, String node)
      throws IOException, InterruptedException {
    return new RunningService(
        Map.of(
            "NORTHWIND_NODE",
            node,
            "NORTHWIND_KAFKA",
            broker.bootstrapServers(),
            "NORTHWIND_BIND_ADDRESS",
            "127.0.0.1",
            "NORTHWIND_HTTP_PORT",
            "0",
            "NORTHWIND_ADMIN_PORT",
            "0",
            "NORTHWIND_DATABASE_URL",
            database.jdbcUrl(),
            "NORTHWIND_DATABASE_USER",
            database.user(),
            "NORTHWIND_DATABASE_PASSWORD",
            database.password()),
        new KafkaSettings(broker.bootstrapServers(), node + "-test"));
  }

  void publish(Topic topic, EventEnvelope event) throws Exception {
    producer
        .send(new ProducerRecord<>(topic.name(), event.partitionKey(), codec.encode(event)))
        .get();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(service.restPort(), path).GET().build());
  }

  Answer put(String path, String body) throws IOException, InterruptedException {
    return send(
        request(service.restPort(), path)
            .header("Northwind-Actor", "anna")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  String text(String path) throws IOException, InterruptedException {
    return http.send(
            request(service.restPort(), path).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /// What the REST port serves, e.g. `GET /openapi.yaml`.
  Set<String> operations() {
    return new TreeSet<>(
        service.routes().stream().map(r -> r.method() + " " + r.pattern()).toList());
  }

  int readyStatus() throws IOException, InterruptedException {
    return http.send(
            request(service.adminPort(), "/readyz").build(), HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Override
  public void close() {
    producer.close();
    http.close();
    lifecycle.close();
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), json.readTree(response.body()));
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }
}
