package com.northwind.dispatch.contractbenchmarks;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.json.JsonBytes;
import com.northwind.dispatch.contracts.json.JsonReadException;
import com.northwind.dispatch.contracts.json.TelemetryJson;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Telemetry alone, from the message to the bytes and back.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DataBenchmark {
  @Param public SampleTelemetry sample = SampleTelemetry.TYPICAL;

  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final JsonFormat.Parser parser = JsonFormat.parser().ignoringUnknownFields();
  private final TelemetryJson telemetryJson = new TelemetryJson();
  private final JsonBytes buffer = new JsonBytes(1 << 12);
  private Telemetry message = Telemetry.getDefaultInstance();
  private byte[] json = {};

  @Setup
  public void prepare() {
    message = sample.message();
    json = fastWrite();
  }

  @Benchmark
  public byte[] jsonFormatWrite() throws InvalidProtocolBufferException {
    return printer.print(message).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public byte[] fastWrite() {
    buffer.reset();
    telemetryJson.write(message, buffer);
    return buffer.toByteArray();
  }

  @Benchmark
  public Telemetry jsonFormatRead() throws InvalidProtocolBufferException {
    Telemetry.Builder telemetry = Telemetry.newBuilder();
    parser.merge(new String(json, StandardCharsets.UTF_8), telemetry);
    return telemetry.build();
  }

  @Benchmark
  public Telemetry fastRead() throws JsonReadException {
    return telemetryJson.read(json, 0, json.length);
  }
}
