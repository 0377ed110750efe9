package com.northwind.dispatch.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where the files of a stack are. Everything that is written lies under `.northwind/`.
///
/// ```
/// .northwind/kafka/  postgres/   data, kept between runs
/// .northwind/identity/           certificates and keys
/// .northwind/logs/               one file per process
/// .northwind/run/                lock and state of the running stack
/// .northwind/cache/  cds/        made again when deleted
/// ```
///
/// @param root the checkout, with the built jars
public record StackHome(Path root) {

  public StackHome {
    root = root.toAbsolutePath().normalize();
  }

  /// The directory that holds all data; deleting it starts anew.
  public Path data() {
    return root.resolve(".northwind");
  }

  public Path kafka() {
    return data().resolve("kafka");
  }

  public Path postgres(String service) {
    return data().resolve("postgres").resolve(service);
  }

  public Path identity() {
    return data().resolve("identity");
  }

  public Path cache() {
    return data().resolve("cache");
  }

  /// Where processes keep their class data archives, which shorten their start.
  public Path classArchives() {
    return data().resolve("cds");
  }

  public Path log(String process) {
    return data().resolve("logs").resolve(process + ".log");
  }

  public Path run() {
    return data().resolve("run");
  }

  /// The built jar of a module.
  ///
  /// @param module the module's directory, e.g. `core-services/routing`
  /// @throws IllegalStateException when the module is not built
  public Path jar(String module) {
    Path target = root.resolve(module).resolve("target");
    String artifact = Path.of(module).getFileName().toString();
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> jars =
          Files.newDirectoryStream(target, file -> isJarOf(artifact, file))) {
        for (Path jar : jars) {
          return jar;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look into " + target, e);
      }
    }
    throw new IllegalStateException(
        "%s is not built: no %s-*.jar in %s".formatted(module, artifact, target));
  }

  private static boolean isJarOf(String artifact, Path file) {
    String name = file.getFileName().toString();
    return name.matches(Pattern.quote(artifact) + "-[0-9].*\\.jar")
        && !name.matches(".*-(tests|sources|javadoc)\\.jar");
  }
}
