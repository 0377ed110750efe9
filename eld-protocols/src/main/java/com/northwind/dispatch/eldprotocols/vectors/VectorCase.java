package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One test case: frames of one connection or one UDP peer, in order.
///
/// @param id stable name
/// @param protocol e.g. `teltonika`
/// @param transports e.g. `tcp`, `udp`
public record VectorCase(String id, String protocol, Set<String> transports, List<Step> steps) {
  public VectorCase {
    transports = Set.copyOf(transports);
    steps = List.copyOf(steps);
  }

  /// One frame and what to expect of it.
  ///
  /// @param frame the whole message after framing
  /// @param wire what goes over a connection for the message; empty when not recorded
  /// @param identities who the device says it is, in order; empty when not recorded
  /// @param records the expected records, as the file has them
  /// @param acks the expected answers; empty when not recorded
  public record Step(
      WireBytes frame,
      Optional<WireBytes> wire,
      Optional<List<String>> identities,
      List<JsonNode> records,
      Optional<List<WireBytes>> acks) {
    public Step {
      records = List.copyOf(records);
    }

    /// The bytes to feed to a connection.
    public WireBytes stream() {
      return wire.orElse(frame);
    }
  }
}
