package com.northwind.dispatch.loadplanning.load;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a load is, whoever drives it.
///
/// @param load its id
/// @param reference the customer's reference
/// @param stops at least two, in the order the customer named them
public record Freight(LoadId load, String reference, List<Stop> stops) {
  public Freight {
    stops = List.copyOf(stops);
  }

  Set<String> stopIds() {
    return stops.stream().map(Stop::stopId).collect(Collectors.toUnmodifiableSet());
  }
}
