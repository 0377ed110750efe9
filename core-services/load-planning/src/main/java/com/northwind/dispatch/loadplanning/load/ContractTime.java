package com.northwind.dispatch.loadplanning.load;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as the contract writes them, in microseconds: the finest that the database keeps.
public final class ContractTime {
  private ContractTime() {}

  /// An instant in the contract's form.
  public static Timestamp of(Instant instant) {
    Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
    return Timestamp.newBuilder()
        .setSeconds(micros.getEpochSecond())
        .setNanos(micros.getNano())
        .build();
  }

  /// The instant a time of the contract names.
  public static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
        .truncatedTo(ChronoUnit.MICROS);
  }
}
