package com.northwind.dispatch.localstack.kafka;

import com.northwind.dispatch.localstack.process.ChildCommand;
import com.northwind.dispatch.localstack.process.JavaCommand;
import com.northwind.dispatch.localstack.process.Tools;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/// The files of one broker. Its records survive between runs and a `kill -9`.
///
/// ```
/// DIRECTORY/server.properties   settings, written anew before each start
/// DIRECTORY/logback.xml         only warnings and errors are logged
/// DIRECTORY/data/               the records; formatted once
/// ```
public final class BrokerDirectory {
  private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms96m", "-Xmx256m");
  private static final String LOGBACK =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} %msg%n%ex{short}</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private final Path directory;

  public BrokerDirectory(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /// Writes the settings, formats the data directory when it is new, and returns the command that
  /// runs the broker.
  ///
  /// @param port where clients connect
  /// @param controllerPort where the broker talks to its own controller
  /// @param extraFlags further flags of the broker's JVM
  public ChildCommand prepare(
      String name, int port, int controllerPort, Path log, List<String> extraFlags) {
    Path settings = directory.resolve("server.properties");
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("logback.xml"), LOGBACK);
      Files.writeString(settings, toText(BrokerSettings.of(port, controllerPort, data())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the broker's settings in " + directory, e);
    }
    if (!isFormatted()) {
      format(settings);
    }
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(extraFlags);
    flags.add(loggingFlag());
    List<String> argv =
        JavaCommand.ofClass(flags, classPath(), "kafka.Kafka", List.of(settings.toString()));
    return ChildCommand.of(name, argv, Map.of(), log);
  }

  boolean isFormatted() {
    return Files.exists(data().resolve("meta.properties"));
  }

  private Path data() {
    return directory.resolve("data");
  }

  private void format(Path settings) {
    Tools.run(
        JavaCommand.ofClass(
            List.of("-XX:+UseSerialGC", loggingFlag()),
            classPath(),
            "kafka.tools.StorageTool",
            List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString())));
  }

  private String loggingFlag() {
    return "-Dlogback.configurationFile=" + directory.resolve("logback.xml");
  }

  /// The jars of this JVM: the broker is one of their runtime dependencies.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String toText(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
