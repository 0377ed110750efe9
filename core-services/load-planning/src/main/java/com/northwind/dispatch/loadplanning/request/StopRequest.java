package com.northwind.dispatch.loadplanning.request;

import com.northwind.dispatch.loadplanning.load.Stop;
import com.northwind.dispatch.loadplanning.load.StopKind;
import com.northwind.dispatch.processkit.http.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stop as it is sent, nothing about it certain yet. Units as in [Stop].
public record StopRequest(
    @Nullable String stopId,
    @Nullable StopKind kind,
    @Nullable String locationName,
    @Nullable Double latitudeDeg,
    @Nullable Double longitudeDeg,
    @Nullable Instant windowStart,
    @Nullable Instant windowEnd,
    @Nullable Integer serviceMin,
    @Nullable List<@Nullable String> consignmentIds) {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MAX_SERVICE_MIN = 24 * 60;
  private static final int MAX_CONSIGNMENTS = 100;

  /// The stop, when each of its fields is right.
  Stop toStop(String pointer) {
    String id = RequestCheck.id(stopId, pointer + "/stopId");
    if (windowStart != null && windowEnd != null && windowEnd.isBefore(windowStart)) {
      throw Problem.at(
              pointer + "/windowEnd",
              "window-ends-before-it-starts",
              "A window ends before it starts",
              "Stop %s is open from %s until %s; the end must not be before the start."
                  .formatted(id, windowStart, windowEnd))
          .asException();
    }
    return new Stop(
        id,
        RequestCheck.present(kind, pointer + "/kind"),
        RequestCheck.text(locationName, pointer + "/locationName"),
        degrees(latitudeDeg, 90, pointer + "/latitudeDeg"),
        degrees(longitudeDeg, 180, pointer + "/longitudeDeg"),
        time(windowStart, pointer + "/windowStart"),
        time(windowEnd, pointer + "/windowEnd"),
        serviceMin(pointer + "/serviceMin"),
        consignments(pointer + "/consignmentIds"));
  }

  private static double degrees(@Nullable Double value, int limit, String pointer) {
    double degrees = RequestCheck.present(value, pointer);
    if (degrees >= -limit && degrees <= limit) {
      return degrees;
    }
    throw Problem.at(
            pointer,
            "coordinate-out-of-range",
            "A coordinate is out of range",
            "%s is not between -%d and %d degrees.".formatted(degrees, limit, limit))
        .asException();
  }

  private static @Nullable Instant time(@Nullable Instant instant, String pointer) {
    if (instant == null) {
      return null;
    }
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw Problem.at(
              pointer,
              "time-out-of-range",
              "A time is out of range",
              "%s is not between %s and %s.".formatted(instant, EARLIEST, LATEST))
          .asException();
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private int serviceMin(String pointer) {
    int minutes = serviceMin == null ? 0 : serviceMin;
    if (minutes < 0 || minutes > MAX_SERVICE_MIN) {
      throw Problem.at(
              pointer,
              "service-time-out-of-range",
              "A service time is out of range",
              minutes + " is not between 0 and " + MAX_SERVICE_MIN + " minutes.")
          .asException();
    }
    return minutes;
  }

  private List<String> consignments(String pointer) {
    if (consignmentIds == null) {
      return List.of();
    }
    if (consignmentIds.size() > MAX_CONSIGNMENTS) {
      throw Problem.at(
              pointer,
              "too-many-consignments",
              "A stop has too many consignments",
              "At most " + MAX_CONSIGNMENTS + " consignments are handled at one stop.")
          .asException();
    }
    List<String> ids = new ArrayList<>(consignmentIds.size());
    for (String consignment : consignmentIds) {
      ids.add(RequestCheck.id(consignment, pointer + "/" + ids.size()));
    }
    return ids;
  }
}
