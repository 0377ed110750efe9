package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.localstack.process.Ports;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which port each endpoint has in one run.
///
/// @param byEndpoint a port for every endpoint
public record StackPorts(Map<Endpoint, Integer> byEndpoint) {

  public StackPorts {
    byEndpoint = Map.copyOf(byEndpoint);
  }

  /// Chooses ports that are free now: the wished one, else the usual one, else any.
  ///
  /// @param wished ports of an earlier run that clients may still hold on to; may be empty
  public static StackPorts choose(Ports ports, Map<Endpoint, Integer> wished) {
    Map<Endpoint, Integer> chosen = new EnumMap<>(Endpoint.class);
    for (Endpoint endpoint : Endpoint.values()) {
      chosen.put(endpoint, ports.preferring(wished.getOrDefault(endpoint, endpoint.usualPort())));
    }
    return new StackPorts(chosen);
  }

  public int of(Endpoint endpoint) {
    Integer port = byEndpoint.get(endpoint);
    if (port == null) {
      throw new IllegalStateException("no port was chosen for " + endpoint);
    }
    return port;
  }

  /// Address and port of an endpoint on this machine.
  public String address(Endpoint endpoint) {
    return "127.0.0.1:" + of(endpoint);
  }

  /// The endpoints that had to move because somebody else has their usual port.
  public List<Endpoint> moved() {
    return byEndpoint.keySet().stream()
        .filter(endpoint -> of(endpoint) != endpoint.usualPort())
        .sorted()
        .toList();
  }
}
