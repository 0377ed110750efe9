package com.northwind.dispatch.contractbenchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.envelope.DecodeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is compared has to be the same work.
class BothWaysDoTheSameTest {
  @ParameterizedTest
  @EnumSource
  void telemetryIsWrittenToTheSameBytesAndReadToTheSameMessage(SampleTelemetry sample)
      throws Exception {
    DataBenchmark benchmark = new DataBenchmark();
    benchmark.sample = sample;
    benchmark.prepare();

    assertArrayEquals(benchmark.jsonFormatWrite(), benchmark.fastWrite());
    assertEquals(sample.message(), benchmark.jsonFormatRead());
    assertEquals(sample.message(), benchmark.fastRead());
  }

  @Test
  void anEventIsWrittenToTheSameBytesAndReadToTheSameEvent() throws Exception {
    EnvelopeBenchmark benchmark = new EnvelopeBenchmark();

    assertArrayEquals(benchmark.jsonFormatWrite(), benchmark.fastWrite());
    assertEquals(new DecodeResult.Read(benchmark.jsonFormatRead()), benchmark.fastRead());
  }

  @Test
  void theTypicalSampleHasTwentyValues() {
    assertEquals(20, values(SampleTelemetry.TYPICAL.message()));
  }

  private static int values(Message message) {
    return message.getAllFields().values().stream()
        .mapToInt(
            value -> value instanceof Message m && !(value instanceof Timestamp) ? values(m) : 1)
        .sum();
  }

  @Test
  void theFullSampleHasEveryFieldOfTheContract() {
    Message full = SampleTelemetry.FULL.message();
    for (FieldDescriptor field : full.getDescriptorForType().getFields()) {
      assertTrue(
          field.isRepeated() ? full.getRepeatedFieldCount(field) > 0 : full.hasField(field),
          field.getFullName());
    }
  }
}
