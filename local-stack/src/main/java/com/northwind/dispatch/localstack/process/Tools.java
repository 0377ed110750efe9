package com.northwind.dispatch.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Small programs of the operating system: where they are, and running one to its end.
public final class Tools {
  private static final List<String> USUAL_PLACES = List.of("/usr/bin", "/bin", "/usr/sbin");
  private static final int LIMIT_S = 60;

  private Tools() {}

  /// Where a program is, looking along the PATH and in the usual places.
  public static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(":", -1)), USUAL_PLACES.stream())
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Runs a program to its end and tells whether it exists and exited with 0.
  public static boolean succeeds(String... argv) {
    if (find(argv[0]).isEmpty()) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder(argv)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(LIMIT_S, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(argv[0], e);
    }
  }

  /// Runs a program to its end.
  ///
  /// @throws IllegalStateException when it fails; the message holds what it printed
  public static void run(List<String> argv) {
    try {
      Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            "%s failed with exit code %d: %s".formatted(argv, exit, output.strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + argv.getFirst(), e);
    } catch (InterruptedException e) {
      throw interrupted(argv.getFirst(), e);
    }
  }

  private static IllegalStateException interrupted(String program, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for " + program, cause);
  }
}
