package com.northwind.dispatch.localstack.topic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/// Where in a topic reading begins.
public sealed interface ReadFrom {

  /// At the oldest record of each partition.
  record Beginning() implements ReadFrom {}

  /// After the newest record of each partition: only what comes from now on.
  record Latest() implements ReadFrom {}

  /// At this offset of each partition.
  record Offset(long offset) implements ReadFrom {}

  /// At the first record of each partition that is not older than this.
  record Time(Instant instant) implements ReadFrom {}

  /// Reads what people type: `beginning`, `latest`, an offset such as `1200`, a time such as
  /// `2026-11-22T05:30:00Z`, or how long ago, such as `90s`, `15m` or `2h`.
  ///
  /// @throws IllegalArgumentException when it is none of these
  static ReadFrom parse(String text, Instant now) {
    if (text.equals("beginning")) {
      return new Beginning();
    }
    if (text.equals("latest")) {
      return new Latest();
    }
    if (text.matches("[0-9]{1,18}")) {
      return new Offset(Long.parseLong(text));
    }
    try {
      return text.matches("[0-9]{1,9}[smhd]")
          ? new Time(now.minus(age(text)))
          : new Time(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "not a place in a topic: '%s' (beginning, latest, an offset, 15m, or 2026-11-22T05:30:00Z)"
              .formatted(text),
          e);
    }
  }

  private static Duration age(String text) {
    String iso = text.toUpperCase(Locale.ROOT);
    return Duration.parse(iso.endsWith("D") ? "P" + iso : "PT" + iso);
  }
}
