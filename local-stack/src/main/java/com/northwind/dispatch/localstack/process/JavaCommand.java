package com.northwind.dispatch.localstack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Command lines that run Java programs on the JDK of this JVM.
public final class JavaCommand {
  /// What Netty, Kafka and protobuf need to touch native memory without a warning.
  private static final List<String> NATIVE_MEMORY =
      List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

  /// Every process starts at once and shares the machine's few cores: the optimising compiler would
  /// take them from the work for the first minute. In a cluster the processes run without this.
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private JavaCommand() {}

  /// The JDK's `java`.
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /// Runs a class of a class path.
  public static List<String> ofClass(
      List<String> flags, String classPath, String mainClass, List<String> arguments) {
    List<String> argv = start(flags);
    argv.addAll(List.of("-cp", classPath, mainClass));
    argv.addAll(arguments);
    return argv;
  }

  /// Runs a jar that names its main class and its libraries.
  public static List<String> ofJar(List<String> flags, Path jar, List<String> arguments) {
    List<String> argv = start(flags);
    argv.addAll(List.of("-jar", jar.toString()));
    argv.addAll(arguments);
    return argv;
  }

  private static List<String> start(List<String> flags) {
    List<String> argv = new ArrayList<>();
    argv.add(java().toString());
    argv.addAll(NATIVE_MEMORY);
    argv.add(QUICK_COMPILER);
    argv.addAll(flags);
    return argv;
  }
}
