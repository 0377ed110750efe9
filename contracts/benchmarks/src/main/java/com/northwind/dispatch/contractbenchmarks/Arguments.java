package com.northwind.dispatch.contractbenchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/// What the command line asks for.
///
/// @param quick measure less: fewer JVMs, and not the longest record
/// @param json file that takes the figures, too
public record Arguments(boolean quick, Optional<Path> json) {
  /// The command line in words.
  public static final String USAGE =
      """
      usage: northwind bench json [--quick] [--json FILE]
        --quick      about 30 seconds instead of 90: fewer JVMs, without the longest record
        --json FILE  write the figures to a file as JSON, too
      """;

  /// What reading a command line comes to.
  public sealed interface Parsed {
    record Understood(Arguments arguments) implements Parsed {}

    record HelpWanted() implements Parsed {}

    record Wrong(String problem) implements Parsed {}
  }

  /// Reads a command line.
  public static Parsed parse(String... words) {
    boolean quick = false;
    Optional<Path> json = Optional.empty();
    Iterator<String> rest = Arrays.asList(words).iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--help", "-h" -> {
          return new Parsed.HelpWanted();
        }
        case "--quick" -> quick = true;
        case "--json" -> {
          if (!rest.hasNext()) {
            return new Parsed.Wrong("--json needs the name of a file");
          }
          json = Optional.of(Path.of(rest.next()));
        }
        default -> {
          return new Parsed.Wrong("unknown argument " + word);
        }
      }
    }
    return new Parsed.Understood(new Arguments(quick, json));
  }
}
