package com.northwind.dispatch.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/// What the simulator said a moment ago. Fields it did not name read as 0.
///
/// @param json one line of its progress
record Progress(JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Before it said anything.
  static final Progress NONE = new Progress(MissingNode.getInstance());

  /// Reads a line of the simulator's output; lines that are not progress are nothing.
  static Optional<Progress> parse(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Progress(JSON.readTree(line)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// Seconds since the run began.
  double seconds() {
    return json.path("t").asDouble();
  }

  /// `connecting`, `running`, `settling` or `ended`.
  String phase() {
    return json.path("phase").asText("starting");
  }

  /// A count, by the name of its group and its own.
  long count(String group, String name) {
    return json.path(group).path(name).asLong();
  }

  /// A latency of a kind in milliseconds, e.g. `p99` of `dispatcher_action_ms`.
  double latencyMs(String kind, String quantile) {
    return json.path(kind).path(quantile).asDouble();
  }
}
