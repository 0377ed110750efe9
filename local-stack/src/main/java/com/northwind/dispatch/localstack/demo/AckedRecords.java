package com.northwind.dispatch.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Which records the gateway acknowledged to each device, by their sequence numbers.
///
/// @param byDevice ranges of sequence numbers, first and last included
record AckedRecords(Map<String, List<Range>> byDevice) {

  AckedRecords {
    byDevice = Map.copyOf(byDevice);
  }

  /// Sequence numbers from the first to the last, both included.
  record Range(long first, long last) {
    LongStream numbers() {
      return LongStream.rangeClosed(first, last);
    }
  }

  /// Reads them from the simulator's report.
  static AckedRecords ofReport(JsonNode report) {
    Map<String, List<Range>> byDevice = new HashMap<>();
    report
        .path("elds")
        .path("acked")
        .properties()
        .forEach(
            device -> {
              List<Range> ranges = new ArrayList<>();
              device
                  .getValue()
                  .path("ranges")
                  .forEach(r -> ranges.add(new Range(r.path(0).asLong(), r.path(1).asLong())));
              byDevice.put(device.getKey(), ranges);
            });
    return new AckedRecords(byDevice);
  }

  /// How many records in all.
  long count() {
    return byDevice.values().stream()
        .flatMap(List::stream)
        .mapToLong(range -> range.last() - range.first() + 1)
        .sum();
  }
}
