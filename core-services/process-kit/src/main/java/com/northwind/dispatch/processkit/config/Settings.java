package com.northwind.dispatch.processkit.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a process's settings from environment variables that begin with `NORTHWIND_`.
///
/// Each reading method notes what is wrong instead of failing at once, so that one start reports
/// every mistake: [#check()] then throws with the list. Not thread-safe; used once, at start.
public final class Settings {
  /// What every variable begins with; the names given to the methods leave it out.
  public static final String PREFIX = "NORTHWIND_";

  private static final String HIDDEN = "(hidden)";

  private final Map<String, String> environment;
  private final Map<String, String> effective = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// Settings from an environment such as `System.getenv()`.
  public static Settings of(Map<String, String> environment) {
    return new Settings(environment);
  }

  /// A text, or the default when the variable is absent or empty.
  public String text(String name, String defaultValue) {
    String value = raw(name);
    return note(name, value == null ? defaultValue : value);
  }

  /// A text that must be given.
  public String requiredText(String name, String meaning) {
    String value = raw(name);
    if (value == null) {
      problems.add(PREFIX + name + " is not set: " + meaning);
      return note(name, "");
    }
    return note(name, value);
  }

  /// A text that is never printed.
  public String secret(String name, String defaultValue) {
    String value = raw(name);
    effective.put(PREFIX + name, HIDDEN);
    return value == null ? defaultValue : value;
  }

  /// A whole number in a range, both ends included.
  public int integer(String name, int defaultValue, int min, int max) {
    String value = raw(name);
    int number = defaultValue;
    if (value != null) {
      try {
        number = Integer.parseInt(value);
      } catch (NumberFormatException e) {
        problems.add(
            PREFIX + name + "=" + value + " is not a whole number from " + min + " to " + max);
      }
    }
    if (number < min || number > max) {
      problems.add(PREFIX + name + "=" + number + " is outside " + min + " to " + max);
      number = defaultValue;
    }
    note(name, Integer.toString(number));
    return number;
  }

  /// A TCP or UDP port, 0 for any free one.
  public int port(String name, int defaultValue) {
    return integer(name, defaultValue, 0, 65_535);
  }

  /// A duration in ISO 8601 (`PT30S`) or as a number with a unit (`500ms`, `30s`, `5m`, `2h`), at
  /// least `min`.
  public Duration duration(String name, Duration defaultValue, Duration min) {
    String value = raw(name);
    Duration duration = defaultValue;
    if (value != null) {
      try {
        duration = parseDuration(value);
      } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
        problems.add(PREFIX + name + "=" + value + " is not a duration such as 500ms, 30s or 5m");
      }
    }
    if (duration.compareTo(min) < 0) {
      problems.add(PREFIX + name + "=" + duration + " is below " + min);
    }
    note(name, duration.toString());
    return duration;
  }

  /// A file that must be given and readable.
  public Path file(String name, String meaning) {
    Path path = Path.of(requiredText(name, meaning));
    if (raw(name) != null && !Files.isReadable(path)) {
      problems.add(PREFIX + name + "=" + path + " is not a readable file: " + meaning);
    }
    return path;
  }

  /// Fails with every problem found so far.
  ///
  /// @throws InvalidSettingsException when there is one
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  /// Every setting read so far with the value in force, secrets hidden, in the order they were
  /// read.
  public Map<String, String> effective() {
    return Map.copyOf(effective);
  }

  /// The effective settings as text, one `NAME=value` a line, in the order they were read.
  public String print() {
    StringBuilder text = new StringBuilder();
    effective.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  /// Variables of ours that nothing has read: usually a misspelt name.
  public List<String> unread() {
    TreeSet<String> names = new TreeSet<>(environment.keySet());
    names.removeIf(name -> !name.startsWith(PREFIX) || effective.containsKey(name));
    return List.copyOf(names);
  }

  private @Nullable String raw(String name) {
    String value = environment.get(PREFIX + name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private String note(String name, String value) {
    effective.put(PREFIX + name, value);
    return value;
  }

  private static Duration parseDuration(String value) {
    if (value.endsWith("ms")) {
      return Duration.ofMillis(number(value, 2));
    }
    return switch (value.charAt(value.length() - 1)) {
      case 's' -> Duration.ofSeconds(number(value, 1));
      case 'm' -> Duration.ofMinutes(number(value, 1));
      case 'h' -> Duration.ofHours(number(value, 1));
      default -> Duration.parse(value);
    };
  }

  private static long number(String value, int unitLength) {
    return Long.parseLong(value.substring(0, value.length() - unitLength).strip());
  }
}
