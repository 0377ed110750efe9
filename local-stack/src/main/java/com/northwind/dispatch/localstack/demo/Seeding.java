package com.northwind.dispatch.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.localstack.identity.Fleet;
import java.util.List;
import java.util.UUID;

/// Tells the services about the fleet, the way any client would: over REST.
final class Seeding {
  private static final int BATCH = 250;
  private static final int PAGE = 200;

  /// What a load is while it is with a driver.
  private static final List<String> OPEN =
      List.of("PLANNED", "DISPATCHED", "ACCEPTED", "IN_PROGRESS");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RestClient planning;
  private final RestClient execution;

  Seeding(RestClient planning, RestClient execution) {
    this.planning = planning;
    this.execution = execution;
  }

  /// Makes drivers, tractors and devices known. Those that are known already stay as they are.
  void introduce(Fleet fleet) throws InterruptedException {
    ArrayNode drivers = JSON.createArrayNode();
    fleet
        .drivers()
        .forEach(d -> drivers.addObject().put("driverId", d.driverId()).put("name", d.name()));
    ArrayNode tractors = JSON.createArrayNode();
    fleet.tractorIds().forEach(id -> tractors.addObject().put("tractorId", id));
    putInBatches(planning, "/v1/drivers", drivers);
    putInBatches(planning, "/v1/tractors", tractors);
    putInBatches(execution, "/v1/devices", devices(fleet));
  }

  /// Calls off the loads an earlier demo left with these drivers, so that sheets do not grow from
  /// run to run.
  ///
  /// @return how many
  int callOffEarlierLoads() throws InterruptedException {
    int calledOff = 0;
    for (String status : OPEN) {
      String after = "";
      while (true) {
        String query = "/v1/loads?status=%s&limit=%d%s".formatted(status, PAGE, after);
        JsonNode loads = list(planning.get(query).json());
        for (JsonNode load : loads) {
          if (callOff(load.path("loadId").asText())) {
            calledOff++;
          }
        }
        if (loads.size() < PAGE) {
          break;
        }
        after = "&after=" + loads.get(loads.size() - 1).path("loadId").asText();
      }
    }
    return calledOff;
  }

  private boolean callOff(String loadId) throws InterruptedException {
    ObjectNode body =
        JSON.createObjectNode()
            .put("commandId", UUID.randomUUID().toString())
            .put("reason", "left over from an earlier demo");
    return planning.post("/v1/loads/%s/cancel".formatted(loadId), body).isOk();
  }

  /// A list answers as an array, or as an object that holds one.
  private static JsonNode list(JsonNode answer) {
    if (answer.isArray()) {
      return answer;
    }
    for (JsonNode field : answer) {
      if (field.isArray()) {
        return field;
      }
    }
    return JSON.createArrayNode();
  }

  private static ArrayNode devices(Fleet fleet) {
    ArrayNode devices = JSON.createArrayNode();
    for (Fleet.Eld eld : fleet.elds()) {
      devices
          .addObject()
          .put("deviceId", eld.deviceId())
          .put("kind", "ELD")
          .put("protocol", "teltonika")
          .put("imei", eld.imei())
          .put("vehicleId", eld.vehicleId())
          .put("status", "ACTIVE");
    }
    for (Fleet.Driver driver : fleet.drivers()) {
      devices
          .addObject()
          .put("deviceId", driver.tabletId())
          .put("kind", "TABLET")
          .put("status", "ACTIVE");
    }
    return devices;
  }

  private static void putInBatches(RestClient service, String path, ArrayNode items)
      throws InterruptedException {
    for (int from = 0; from < items.size(); from += BATCH) {
      ArrayNode batch = JSON.createArrayNode();
      for (int i = from; i < Math.min(items.size(), from + BATCH); i++) {
        batch.add(items.get(i));
      }
      RestClient.Answer answer = service.put(path, batch);
      if (!answer.isOk()) {
        throw new IllegalStateException(
            "PUT %s was refused with %d: %s".formatted(path, answer.status(), answer.body()));
      }
    }
  }
}
