package com.northwind.dispatch.eldprotocols.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.eldprotocols.protocol.CommandReplyContent;

/// Says which name and unit of a vector file is which of our fields, for one protocol.
public interface RecordMapping {
  /// Compares a whole record: every expected value must be found in ours.
  Findings compare(JsonNode expected, Telemetry ours);

  /// Compares what the file has as a record and we have as a command's reply.
  Findings compare(JsonNode expected, CommandReplyContent ours);
}
