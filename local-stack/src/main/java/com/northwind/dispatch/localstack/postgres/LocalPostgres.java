package com.northwind.dispatch.localstack.postgres;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.process.ChildProcess;
import com.northwind.dispatch.localstack.process.Ports;
import com.northwind.dispatch.localstack.process.WorkDirectory;
import java.nio.file.Path;
import java.time.Duration;

/// A running PostgreSQL server. It can be stopped, killed and started again on the same port and
/// files, for tests of outages. Not thread-safe.
public final class LocalPostgres implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final PostgresDirectory directory;
  private final Ports ports;
  private final int port;
  private final Path log;
  private ChildProcess process;

  private LocalPostgres(PostgresDirectory directory, Ports ports, Path log) {
    this.directory = directory;
    this.ports = ports;
    this.port = ports.any();
    this.log = log;
    this.process = launch();
  }

  /// The one server of this JVM's tests: started at the first call, gone when the JVM ends. Never
  /// kill it: start one of your own for that.
  public static LocalPostgres shared() {
    return Shared.SERVER;
  }

  /// Starts a server on files in this directory and waits until it serves.
  public static LocalPostgres start(Path directory) {
    return start(directory, PostgresInstallation.in(Cache.ofTests()));
  }

  /// Starts a server on files in this directory, with the programs of this installation.
  public static LocalPostgres start(Path directory, PostgresInstallation installation) {
    return new LocalPostgres(
        new PostgresDirectory(directory.resolve("postgres"), installation),
        Ports.ofThisMachine(),
        directory.resolve("postgres.log"));
  }

  /// Where it listens and how to log in.
  public PostgresAddress address() {
    return directory.address(port);
  }

  public long pid() {
    return process.pid();
  }

  /// Ends the server in good order; clients lose their connections.
  public void stop() {
    process.stop(STOP_LIMIT);
  }

  /// Ends the server as `kill -9` does.
  public void kill() {
    process.kill();
  }

  /// Starts the server again on the same port and files, and waits until it serves.
  public void restart() {
    process.stop(STOP_LIMIT);
    process = launch();
  }

  @Override
  public void close() {
    process.stop(STOP_LIMIT);
    ports.close();
  }

  private ChildProcess launch() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      ChildProcess started = ChildProcess.start(directory.prepare("postgres", port, log));
      Await.until(START_LIMIT, () -> !started.isAlive() || address().serves());
      if (started.isAlive() && address().serves()) {
        return started;
      }
      started.kill();
      // After a kill the old server's workers need a moment to notice; until then it refuses.
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the database server did not start; see " + log);
      }
    }
  }

  /// Where tests keep unpacked programs: with the checkout, so that `mvn clean` does not lose them.
  private static final class Cache {
    static Path ofTests() {
      String root = System.getProperty("northwind.root");
      return root == null ? Path.of("target", "local-stack") : Path.of(root, ".northwind", "cache");
    }
  }

  /// Made when first asked for; the JVM guards the making.
  private static final class Shared {
    static final LocalPostgres SERVER = startUntilExit();

    private static LocalPostgres startUntilExit() {
      Path directory = WorkDirectory.create("postgres");
      LocalPostgres server = start(directory);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.kill();
                    WorkDirectory.deleteQuietly(directory);
                  }));
      return server;
    }
  }
}
