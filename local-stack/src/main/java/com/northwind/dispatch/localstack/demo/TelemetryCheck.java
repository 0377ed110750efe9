package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Compares what is on `eld.telemetry` with what the devices were told is durable. Each simulated
/// record carries its device's sequence number as parameter `io10001`. Not thread-safe.
final class TelemetryCheck {
  private static final String SEQUENCE = "io10001";
  private static final int MOST_EXAMPLES = 20;

  private final EventCodec codec = EventCodec.ofCatalogue();

  /// Event ids of each sequence number of each device; ids by their hash, for their number.
  private final Map<String, Map<Long, Integer>> seen = new HashMap<>();

  private final Set<String> twins = new HashSet<>();
  private long records;
  private long repeats;
  private long unreadable;

  /// What was found.
  ///
  /// @param onTopic different records of the run's devices
  /// @param lost acknowledged to a device and not on the topic
  /// @param repeated the same event once more, as after a reconnect; consumers pass over it
  /// @param twins records that are on the topic under two ids, so that consumers apply both
  /// @param unreadable records that are no events
  /// @param examples some of the lost ones, as `device#sequence`
  record Findings(
      long onTopic, long lost, long repeated, long twins, long unreadable, List<String> examples) {
    Findings {
      examples = List.copyOf(examples);
    }
  }

  /// Takes one record of the topic.
  ///
  /// @return true: more may come
  boolean take(ConsumerRecord<byte[], byte[]> record) {
    switch (codec.decode(record.value())) {
      case DecodeResult.Read(EventEnvelope event) -> take(event);
      case DecodeResult.UnknownType _, DecodeResult.NewerVersion _ -> unreadable++;
      case DecodeResult.Unreadable problem -> unreadable++;
    }
    return true;
  }

  /// Compares what was taken with what was acknowledged.
  Findings compare(AckedRecords acked) {
    long lost = 0;
    List<String> examples = new ArrayList<>();
    for (Map.Entry<String, List<AckedRecords.Range>> device : acked.byDevice().entrySet()) {
      Map<Long, Integer> present = seen.getOrDefault(device.getKey(), Map.of());
      for (AckedRecords.Range range : device.getValue()) {
        long[] missing = range.numbers().filter(n -> !present.containsKey(n)).toArray();
        lost += missing.length;
        for (int i = 0; i < missing.length && examples.size() < MOST_EXAMPLES; i++) {
          examples.add(device.getKey() + "#" + missing[i]);
        }
      }
    }
    return new Findings(records, lost, repeats, twins.size(), unreadable, examples);
  }

  private void take(EventEnvelope event) {
    if (!(event.data() instanceof Telemetry telemetry)) {
      unreadable++;
      return;
    }
    OptionalLong sequence = sequence(telemetry);
    if (sequence.isEmpty()) {
      return;
    }
    String device = telemetry.getDeviceId();
    int id = event.id().hashCode();
    Integer before =
        seen.computeIfAbsent(device, key -> new HashMap<>()).putIfAbsent(sequence.getAsLong(), id);
    if (before == null) {
      records++;
    } else if (before == id) {
      repeats++;
    } else {
      twins.add(device + "#" + sequence.getAsLong());
    }
  }

  /// A number when a double holds it exactly, else decimal digits.
  private static OptionalLong sequence(Telemetry telemetry) {
    for (VendorParameter parameter : telemetry.getVendorParametersList()) {
      if (parameter.getName().equals(SEQUENCE)) {
        return OptionalLong.of(
            parameter.hasNumber()
                ? (long) parameter.getNumber()
                : Long.parseLong(parameter.getText()));
      }
    }
    return OptionalLong.empty();
  }
}
