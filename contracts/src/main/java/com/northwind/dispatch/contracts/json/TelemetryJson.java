package com.northwind.dispatch.contracts.json;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;

/// Telemetry without reflection and without a tree in between: the busiest event by far.
public final class TelemetryJson implements DataJson<Telemetry> {
  /// How deep JSON may nest in [#read(byte[], int, int)].
  private static final int MAX_NESTING = 100;

  @Override
  public Class<Telemetry> messageClass() {
    return Telemetry.class;
  }

  @Override
  public void write(Telemetry message, JsonBytes out) {
    TelemetryWriter.write(message, out);
  }

  @Override
  public Telemetry read(JsonReader in) throws JsonReadException {
    return TelemetryReader.read(in);
  }

  /// Reads bytes that hold telemetry and nothing else.
  ///
  /// @param from index of the first byte
  /// @param to index after the last byte
  public Telemetry read(byte[] json, int from, int to) throws JsonReadException {
    JsonReader in = new JsonReader(json, from, to, MAX_NESTING);
    Telemetry telemetry = TelemetryReader.read(in);
    in.requireEnd();
    return telemetry;
  }
}
