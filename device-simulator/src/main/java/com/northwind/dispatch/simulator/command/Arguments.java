package com.northwind.dispatch.simulator.command;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// Reads the words of a command line.
final class Arguments {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");

  private Arguments() {}

  /// `250ms`, `5s`, `10m` or `2h`.
  static Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration such as 250ms, 5s, 10m or 2h");
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  /// `HOST:PORT`.
  static InetSocketAddress hostAndPort(String text) {
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new TypeConversionException("'" + text + "' is not HOST:PORT");
    }
    return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
  }
}
