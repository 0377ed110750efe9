package com.northwind.dispatch.contracts.json;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.util.Map;

/// The quickest way there is to write and read each type of message.
public final class DataJsons {
  private static final Map<Class<? extends Message>, DataJson<?>> FAST =
      Map.of(Telemetry.class, new TelemetryJson());

  private DataJsons() {}

  /// A way of its own for the few types that have one, `JsonFormat` for all others.
  ///
  /// @param prototype any message of the type
  public static DataJson<?> of(Message prototype) {
    DataJson<?> fast = FAST.get(prototype.getClass());
    return fast == null ? new JsonFormatJson(prototype) : fast;
  }
}
