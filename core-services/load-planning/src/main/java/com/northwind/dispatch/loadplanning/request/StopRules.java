package com.northwind.dispatch.loadplanning.request;

import com.northwind.dispatch.loadplanning.load.Stop;
import com.northwind.dispatch.loadplanning.load.StopKind;
import com.northwind.dispatch.processkit.http.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must hold among the stops of a load.
///
/// There are 2 to 50. Their ids differ. Each consignment is picked up once and delivered at most
/// once, and its delivery is named after its pick-up.
final class StopRules {
  private static final int MIN_STOPS = 2;
  private static final int MAX_STOPS = 50;

  private StopRules() {}

  /// The stops, when every rule holds.
  static List<Stop> check(@Nullable List<@Nullable StopRequest> requested) {
    List<@Nullable StopRequest> requests = RequestCheck.present(requested, "/stops");
    if (requests.size() < MIN_STOPS) {
      throw Problem.at(
              "/stops",
              "too-few-stops",
              "A load has too few stops",
              "A load has at least a pick-up and a delivery; this one has "
                  + requests.size()
                  + " stops.")
          .asException();
    }
    if (requests.size() > MAX_STOPS) {
      throw Problem.at(
              "/stops",
              "too-many-stops",
              "A load has too many stops",
              "A load has at most " + MAX_STOPS + " stops; split it.")
          .asException();
    }
    List<Stop> stops = new ArrayList<>(requests.size());
    for (StopRequest request : requests) {
      String pointer = "/stops/" + stops.size();
      stops.add(RequestCheck.present(request, pointer).toStop(pointer));
    }
    checkIds(stops);
    checkConsignments(stops);
    return stops;
  }

  private static void checkIds(List<Stop> stops) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < stops.size(); i++) {
      if (!seen.add(stops.get(i).stopId())) {
        throw Problem.at(
                "/stops/" + i + "/stopId",
                "duplicate-stop-id",
                "Two stops have the same id",
                "Stop id '"
                    + stops.get(i).stopId()
                    + "' is used before in this load. A place visited twice is two stops.")
            .asException();
      }
    }
  }

  private static void checkConsignments(List<Stop> stops) {
    Map<String, Integer> pickedUpAt = pickUps(stops);
    Set<String> delivered = new HashSet<>();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (stop.kind() == StopKind.DELIVERY) {
        for (int j = 0; j < stop.consignmentIds().size(); j++) {
          checkDelivery(
              stop,
              stop.consignmentIds().get(j),
              i,
              "/stops/" + i + "/consignmentIds/" + j,
              pickedUpAt,
              delivered);
        }
      }
    }
  }

  private static Map<String, Integer> pickUps(List<Stop> stops) {
    Map<String, Integer> pickedUpAt = new HashMap<>();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (stop.kind() == StopKind.PICKUP) {
        for (int j = 0; j < stop.consignmentIds().size(); j++) {
          String consignment = stop.consignmentIds().get(j);
          if (pickedUpAt.putIfAbsent(consignment, i) != null) {
            throw Problem.at(
                    "/stops/" + i + "/consignmentIds/" + j,
                    "consignment-picked-up-twice",
                    "A consignment is picked up twice",
                    "Consignment '" + consignment + "' is picked up at an earlier stop already.")
                .asException();
          }
        }
      }
    }
    return pickedUpAt;
  }

  private static void checkDelivery(
      Stop stop,
      String consignment,
      int index,
      String pointer,
      Map<String, Integer> pickedUpAt,
      Set<String> delivered) {
    Integer pickUp = pickedUpAt.get(consignment);
    if (pickUp == null) {
      throw Problem.at(
              pointer,
              "consignment-never-picked-up",
              "A delivery's consignment is never picked up",
              "Stop %s delivers consignment '%s', but no stop picks it up."
                  .formatted(stop.stopId(), consignment))
          .asException();
    }
    if (pickUp > index) {
      throw Problem.at(
              pointer,
              "delivery-before-pickup",
              "A delivery comes before its pick-up",
              "Stop %s delivers consignment '%s', which is picked up only at stop number %d."
                  .formatted(stop.stopId(), consignment, pickUp + 1))
          .asException();
    }
    if (!delivered.add(consignment)) {
      throw Problem.at(
              pointer,
              "consignment-delivered-twice",
              "A consignment is delivered twice",
              "Consignment '" + consignment + "' is delivered at an earlier stop already.")
          .asException();
    }
  }
}
