package com.northwind.dispatch.localstack.kafka;

import com.northwind.dispatch.contracts.topic.TopicCreator;
import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.process.ChildCommand;
import com.northwind.dispatch.localstack.process.ChildProcess;
import com.northwind.dispatch.localstack.process.Ports;
import com.northwind.dispatch.localstack.process.WorkDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// A running broker that has every topic of the catalogue. It can be stopped, killed and started
/// again on the same port and files, for tests of outages. Not thread-safe.
///
/// After [#kill()] a broker needs up to ten seconds to serve again, because its own earlier
/// registration has to expire first; after [#stop()] it needs three.
public final class LocalBroker implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final ChildCommand command;
  private final Ports ports;
  private final int port;
  private ChildProcess process;

  private LocalBroker(ChildCommand command, Ports ports, int port, ChildProcess process) {
    this.command = command;
    this.ports = ports;
    this.port = port;
    this.process = process;
  }

  /// The one broker of this JVM's tests: started at the first call, gone when the JVM ends. Tests
  /// share its topics, so each uses keys of its own. Never kill it: start one of your own for that.
  public static LocalBroker shared() {
    return Shared.BROKER;
  }

  /// Starts a broker on files in this directory and waits until it serves.
  public static LocalBroker start(Path directory) {
    Ports ports = Ports.ofThisMachine();
    int port = ports.any();
    ChildCommand command =
        new BrokerDirectory(directory)
            .prepare("kafka", port, ports.any(), directory.resolve("kafka.log"), List.of());
    LocalBroker broker = new LocalBroker(command, ports, port, ChildProcess.start(command));
    broker.awaitServing();
    broker.createTopics();
    return broker;
  }

  /// What clients put into `bootstrap.servers`.
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /// Ends the broker in good order.
  public void stop() {
    process.stop(STOP_LIMIT);
  }

  /// Ends the broker as `kill -9` does.
  public void kill() {
    process.kill();
  }

  /// Stops the broker from answering, as if the machine hung, until [#resume()].
  public void pause() {
    process.signal("STOP");
  }

  /// Lets a paused broker go on.
  public void resume() {
    process.signal("CONT");
  }

  /// Starts the broker again on the same port and files, and waits until it serves.
  public void restart() {
    process.stop(STOP_LIMIT);
    process = ChildProcess.start(command);
    awaitServing();
  }

  @Override
  public void close() {
    process.kill();
    ports.close();
  }

  private void awaitServing() {
    boolean serves =
        Await.until(START_LIMIT, () -> !process.isAlive() || BrokerReadiness.serves(port));
    if (!serves || !process.isAlive()) {
      process.kill();
      throw new IllegalStateException("the broker did not start; see " + command.log());
    }
  }

  private void createTopics() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      new TopicCreator(admin, (short) 1).createMissing();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused the topics of the catalogue", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }

  /// Made when first asked for; the JVM guards the making.
  private static final class Shared {
    static final LocalBroker BROKER = startUntilExit();

    private static LocalBroker startUntilExit() {
      Path directory = WorkDirectory.create("kafka");
      LocalBroker broker = start(directory);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    broker.close();
                    WorkDirectory.deleteQuietly(directory);
                  }));
      return broker;
    }
  }
}
