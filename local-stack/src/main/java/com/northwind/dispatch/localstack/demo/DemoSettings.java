package com.northwind.dispatch.localstack.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a demo is to do.
///
/// @param elds how many ELD units drive
/// @param tablets how many drivers have a tablet on
/// @param dispatchers how many dispatchers act, each once a second
/// @param duration how long, or until Ctrl-C when empty
/// @param headless prints a line now and then instead of a panel
/// @param json where the report goes, if anywhere
/// @param keep leaves the system up afterwards
/// @param seed the fleet's routes and the dispatchers' acts are drawn from it
public record DemoSettings(
    int elds,
    int tablets,
    int dispatchers,
    Optional<Duration> duration,
    boolean headless,
    Optional<Path> json,
    boolean keep,
    long seed) {
  private static final int MOST = 9_999;

  /// Longer than anybody watches.
  private static final Duration UNTIL_STOPPED = Duration.ofHours(24);

  public DemoSettings {
    requireRange("--elds", elds, 0);
    requireRange("--tablets", tablets, 1);
    requireRange("--dispatchers", dispatchers, 0);
    if (duration.isPresent() && duration.get().toSeconds() < 1) {
      throw new IllegalArgumentException("--duration must be at least 1s: " + duration.get());
    }
  }

  /// What the simulator is told.
  Duration simulatedFor() {
    return duration.orElse(UNTIL_STOPPED);
  }

  /// Reads a length of time as people type it: `90`, `90s`, `15m` or `2h`.
  ///
  /// @throws IllegalArgumentException when it is none of these
  public static Duration parseDuration(String text) {
    if (!text.matches("[0-9]{1,6}[smh]?")) {
      throw new IllegalArgumentException(
          "not a length of time: '%s' (such as 90s, 15m or 2h)".formatted(text));
    }
    char last = text.charAt(text.length() - 1);
    long number = Long.parseLong(text.replaceAll("[smh]", ""));
    return switch (last) {
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static void requireRange(String option, int value, int least) {
    if (value < least || value > MOST) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d: %d".formatted(option, least, MOST, value));
    }
  }
}
