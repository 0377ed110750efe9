package com.northwind.dispatch.processkit.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpApiTest {
  record Order(String name, int pieces, List<Line> lines) {}

  record Line(double weightKg) {}

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpApi api;

  @BeforeEach
  void start() throws IOException {
    api =
        HttpApi.start(
            anyPort(),
            meters,
            List.of(
                Route.get(
                    "/v1/orders/{id}",
                    request ->
                        HttpResponse.text(
                            200, request.path("id") + " " + request.query("limit", 10, 1, 50))),
                Route.post(
                    "/v1/orders", request -> HttpResponse.json(201, request.json(Order.class))),
                Route.get(
                    "/v1/broken",
                    request -> {
                      throw new IllegalStateException("boom");
                    })));
  }

  @AfterEach
  void stop() {
    client.close();
    api.close();
  }

  @Test
  void givesTheHandlerPathAndQueryDecoded() throws Exception {
    assertEquals("L 1 7", get("/v1/orders/L%201?limit=7").body());
  }

  @Test
  void decodesAPathAsAPathNotAsAForm() throws Exception {
    assertEquals("a+b/ü 10", get("/v1/orders/a+b%2F%C3%BC").body());
  }

  @Test
  void roundTripsJson() throws Exception {
    String body = "{\"name\":\"steel\",\"pieces\":2,\"lines\":[{\"weightKg\":1.5}]}";

    var answer = post("/v1/orders", body);

    assertEquals(201, answer.statusCode());
    assertEquals(body, answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                       | 400 | malformed-json     |",
        "`nonsense`                                              | 400 | malformed-json     |",
        "`{\"name\":\"a\",\"lines\":[{\"weightKg\":`              | 400 | malformed-json     |",
        "`{\"name\":\"a\",\"lines\":[{,`                        | 400 | malformed-json     |",
        "`{\"name\":\"a\",\"pieces\":\"x\",\"lines\":[]}`        | 422 | field-does-not-fit | /pieces",
        "`{\"name\":\"a\",\"pieces\":1,\"colour\":2}`            | 422 | field-does-not-fit | /colour",
        "`{\"name\":\"a\",\"pieces\":1,\"lines\":[{\"weightKg\":[]}]}` | 422 | field-does-not-fit | /lines/0/weightKg",
        "null                                                    | 400 | malformed-json     |",
      })
  void namesWhatIsWrongInABody(String body, int status, String kind, String pointer)
      throws Exception {
    var answer = post("/v1/orders", body);

    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(answer.body().contains("urn:northwind:problem:" + kind), answer.body());
    if (pointer != null) {
      assertTrue(answer.body().contains("\"pointer\":\"" + pointer + "\""), answer.body());
    }
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    assertEquals(413, post("/v1/orders", " ".repeat(1_100_000)).statusCode());
  }

  @Test
  void answersTheSenderOfABodyOfTenMegabytes() throws Exception {
    assertEquals(413, post("/v1/orders", " ".repeat(10 << 20)).statusCode());
  }

  @Test
  void namesTheMethodsThatAPathHas() throws Exception {
    assertEquals("POST", get("/v1/orders").headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void wordsErrorsInTheStyleOfTheApi() throws Exception {
    HttpStyle style =
        new HttpStyle(4, problem -> HttpResponse.text(problem.status(), "no: " + problem.detail()));
    try (HttpApi terse =
        HttpApi.start(
            anyPort(),
            meters,
            List.of(Route.post("/x", request -> HttpResponse.text(200, "yes"))),
            style)) {
      URI uri = URI.create("http://127.0.0.1:" + terse.port() + "/x");

      assertEquals("yes", send(uri, "four").body());
      assertEquals(
          "no: The body is longer than 4 bytes; send it in parts.", send(uri, "fives").body());
      assertEquals("no: /x/y is not served here", send(URI.create(uri + "/y"), "").body());
    }
  }

  @ParameterizedTest
  @CsvSource({"/v1/nothing, 404", "/v1/orders, 405", "/v1/orders/1?limit=0, 400"})
  void saysWhatIsNotServed(String path, int status) throws Exception {
    assertEquals(status, get(path).statusCode());
  }

  @Test
  void hidesTheInsideOfAFailureAndSaysWhatToDo() throws Exception {
    var answer = get("/v1/broken");

    assertEquals(500, answer.statusCode());
    assertTrue(answer.body().contains("repeat it with the same commandId"));
    assertTrue(!answer.body().contains("boom"));
  }

  @Test
  void countsRequestsByRouteNotByPath() throws Exception {
    get("/v1/orders/1");
    get("/v1/orders/2");

    // An answer leaves before its time is recorded.
    await()
        .untilAsserted(
            () ->
                assertEquals(
                    2,
                    meters
                        .get("northwind.http.requests")
                        .tag("route", "/v1/orders/{id}")
                        .timer()
                        .count()));
  }

  @Test
  void namesThePortThatIsTaken() {
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                HttpApi.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()),
                    meters,
                    List.of()));

    assertTrue(String.valueOf(e.getMessage()).contains(":" + api.port()), e.getMessage());
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private java.net.http.HttpResponse<String> get(String path) throws Exception {
    return client.send(
        java.net.http.HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private java.net.http.HttpResponse<String> post(String path, String body) throws Exception {
    return send(uri(path), body);
  }

  private java.net.http.HttpResponse<String> send(URI uri, String body) throws Exception {
    return client.send(
        java.net.http.HttpRequest.newBuilder(uri)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + api.port() + path);
  }
}
