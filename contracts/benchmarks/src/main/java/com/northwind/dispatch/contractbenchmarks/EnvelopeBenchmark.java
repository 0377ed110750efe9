package com.northwind.dispatch.contractbenchmarks;

import com.northwind.dispatch.contracts.envelope.DecodeResult;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A whole record's value with typical telemetry in it, from the event to the bytes and back.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EnvelopeBenchmark {
  private final EventCodec codec = EventCodec.ofCatalogue();
  private final JsonFormatEnvelope jsonFormat = new JsonFormatEnvelope();
  private final EventEnvelope event =
      new EventEnvelope(
          "ELD-0001/1795325400000/17",
          "/gateway/gw-1",
          "T-0001",
          Instant.parse("2026-11-22T05:30:00.123456Z"),
          "T-0001",
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
          SampleTelemetry.TYPICAL.message());
  private final byte[] record = codec.encode(event);

  @Benchmark
  public byte[] jsonFormatWrite() throws IOException {
    return jsonFormat.encode(event);
  }

  @Benchmark
  public byte[] fastWrite() {
    return codec.encode(event);
  }

  @Benchmark
  public EventEnvelope jsonFormatRead() throws IOException {
    return jsonFormat.decode(record);
  }

  @Benchmark
  public DecodeResult fastRead() {
    return codec.decode(record);
  }
}
