package com.northwind.dispatch.localstack.postgres;

import com.northwind.dispatch.localstack.process.ChildCommand;
import com.northwind.dispatch.localstack.process.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The files of one server: `data/` and `password`. They survive between runs and a `kill -9`.
public final class PostgresDirectory {
  private final Path directory;
  private final PostgresInstallation installation;

  public PostgresDirectory(Path directory, PostgresInstallation installation) {
    this.directory = directory.toAbsolutePath();
    this.installation = installation;
  }

  /// Makes the data directory when it is new, clears what a killed server left behind, and returns
  /// the command that runs the server.
  ///
  /// @throws IllegalStateException when the data is of another major version
  public ChildCommand prepare(String name, int port, Path log) {
    try {
      if (!Files.exists(data().resolve("PG_VERSION"))) {
        copyTemplate();
      }
      requireSameVersion();
      new StalePid(data()).clear();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the database files in " + directory, e);
    }
    return new ChildCommand(name, argv(port), Map.of(), log, "INT", "INT", installation.identity());
  }

  /// How to connect to the server on this port.
  public PostgresAddress address(int port) {
    return addressOf(directory, port);
  }

  /// How to connect to the server that runs on this port with the files in this directory.
  public static PostgresAddress addressOf(Path directory, int port) {
    try {
      String password = Files.readString(directory.resolve("password")).strip();
      return new PostgresAddress(port, PostgresInstallation.USER, password);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the database password in " + directory, e);
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  private void copyTemplate() throws IOException {
    Files.createDirectories(directory.getParent());
    Tools.run(List.of("rm", "-rf", directory.toString()));
    Tools.run(List.of("cp", "-a", installation.template().toString(), directory.toString()));
  }

  private void requireSameVersion() throws IOException {
    String found = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!found.equals(installation.majorVersion())) {
      throw new IllegalStateException(
          "the database in %s was made by PostgreSQL %s, this is %s: delete the directory to start anew"
              .formatted(directory, found, installation.majorVersion()));
    }
  }

  private List<String> argv(int port) {
    List<String> argv = new ArrayList<>();
    argv.add(installation.program("postgres").toString());
    argv.addAll(List.of("-D", data().toString()));
    settings(port).forEach((name, value) -> argv.addAll(List.of("-c", name + "=" + value)));
    return argv;
  }

  private static Map<String, String> settings(int port) {
    return Map.of(
        "listen_addresses", "127.0.0.1",
        "port", Integer.toString(port),
        "unix_socket_directories", "",
        "shared_buffers", "64MB",
        "max_connections", "60",
        "max_wal_size", "512MB",
        "max_parallel_workers_per_gather", "0",
        "io_method", "sync",
        "jit", "off",
        "log_min_messages", "warning");
  }
}
