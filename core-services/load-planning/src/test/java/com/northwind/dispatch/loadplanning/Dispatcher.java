package com.northwind.dispatch.loadplanning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// A dispatcher at a screen, talking HTTP.
final class Dispatcher {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String name;

  /// What the service answered.
  record Reply(int status, boolean replayed, JsonNode body) {
    String text(String field) {
      return body.path(field).asText();
    }

    String problem() {
      return text("type").replace("urn:northwind:problem:", "");
    }
  }

  Dispatcher(String url, String name) {
    this.url = url;
    this.name = name;
  }

  Reply putDrivers(List<String> ids) {
    return send("PUT", "/v1/drivers", array(ids, "{'driverId':'%1$s','name':'Driver %1$s'}"));
  }

  Reply putTractors(List<String> ids) {
    return send("PUT", "/v1/tractors", array(ids, "{'tractorId':'%1$s'}"));
  }

  Reply create(String loadId) {
    return post("/v1/loads", twoStops(UUID.randomUUID().toString(), loadId));
  }

  Reply assign(String loadId, String driver, String tractor) {
    return post(
        "/v1/loads/" + loadId + "/assign",
        "{'commandId':'%s','driverId':'%s','tractorId':'%s'}"
            .formatted(UUID.randomUUID(), driver, tractor));
  }

  Reply unassign(String loadId, String reason) {
    return withReason(loadId, "unassign", reason);
  }

  Reply cancel(String loadId, String reason) {
    return withReason(loadId, "cancel", reason);
  }

  Reply cancel(String loadId, String reason, String reasonClass) {
    return post(
        "/v1/loads/" + loadId + "/cancel",
        "{'commandId':'%s','reason':'%s','reasonClass':'%s'}"
            .formatted(UUID.randomUUID(), reason, reasonClass));
  }

  Reply load(String loadId) {
    return get("/v1/loads/" + loadId);
  }

  /// What was done with a load, one line each.
  List<String> history(String loadId) {
    return get("/v1/loads/" + loadId + "/history")
        .body()
        .path("entries")
        .valueStream()
        .map(entry -> entry.path("what").asText())
        .toList();
  }

  Reply sheet(String driver) {
    return get("/v1/drivers/" + driver + "/sheet");
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  /// Single quotes stand for double ones.
  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  static String twoStops(String commandId, String loadId) {
    return """
    {'commandId':'%s','loadId':'%s','reference':'PO 4711','stops':[
      {'stopId':'S1','kind':'PICKUP','locationName':'Dallas yard','latitudeDeg':32.78,'longitudeDeg':-96.8,
       'serviceMin':30,'consignmentIds':['C1']},
      {'stopId':'S2','kind':'DELIVERY','locationName':'Memphis dock 4','latitudeDeg':35.15,'longitudeDeg':-90.05,
       'windowStart':'2026-11-23T08:00:00Z','windowEnd':'2026-11-25T16:00:00Z','serviceMin':45,
       'consignmentIds':['C1']}]}
    """
        .formatted(commandId, loadId);
  }

  private Reply withReason(String loadId, String what, String reason) {
    return post(
        "/v1/loads/" + loadId + "/" + what,
        "{'commandId':'%s','reason':'%s'}".formatted(UUID.randomUUID(), reason));
  }

  private Reply send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Northwind-Actor", name)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Northwind-Replayed").isPresent(),
          JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError("no answer from " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String array(List<String> ids, String template) {
    return ids.stream().map(template::formatted).collect(Collectors.joining(",", "[", "]"));
  }
}
