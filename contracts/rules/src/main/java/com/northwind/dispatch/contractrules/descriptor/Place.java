package com.northwind.dispatch.contractrules.descriptor;

/// Where a declaration stands.
///
/// @param file protobuf file, relative to the protobuf root, e.g.
///   `northwind/eld/v1/telemetry.proto`
/// @param line line in the file, from 1; 0 where the descriptor set does not say
public record Place(String file, int line) {
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
