package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Place;

/// One breach of the rules for protobuf files.
///
/// @param place file and line
/// @param subject what breaks the rule, e.g. `northwind.eld.v1.Telemetry.odometer_km`
/// @param problem what is wrong, as the rest of a sentence that begins with the subject
/// @param wayOut what to write instead, one sentence
public record Finding(Place place, String subject, String problem, String wayOut) {
  @Override
  public String toString() {
    return place + ": " + subject + " " + problem + ". " + wayOut;
  }
}
