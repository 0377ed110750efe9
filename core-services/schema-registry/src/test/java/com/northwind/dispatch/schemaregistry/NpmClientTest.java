package com.northwind.dispatch.schemaregistry;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.approved.ApprovedSchemas;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.localstack.testing.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A client library that nobody here wrote: the npm package `@kafkajs/confluent-schema-registry`.
@ExtendWith(LocalStack.class)
class NpmClientTest {
  private static final Path SOURCES = Path.of("src", "test", "npm");
  private static final Path PROJECT = Path.of("target", "npm");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", ".npmrc", "client.js");

  private final String bootstrapServers;

  NpmClientTest(LocalBroker broker) {
    bootstrapServers = broker.bootstrapServers();
  }

  @Test
  void registersFetchesChecksAndConvertsAgainstOurRegistry() throws Exception {
    needs("node");
    needs("npm");
    install();
    try (RunningRegistry registry =
        RunningRegistry.startWithoutWaiting(
            bootstrapServers,
            RunningRegistry.freshTopic(),
            "npm",
            ApprovedSchemas.fromClasspath(getClass().getClassLoader()))) {
      String contract = "/subjects/northwind.planning.v1.LoadCompleted/versions/latest";
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> registry.client().get(contract).status() == 200);

      String said = run("node", "client.js", "http://127.0.0.1:" + registry.restPort());

      assertTrue(said.contains("as expected"), said);
    }
  }

  private static void needs(String program) throws InterruptedException {
    try {
      run(program, "--version");
    } catch (IOException e) {
      throw new AssertionError(
          program
              + " is not on the path, and this test runs a client of others with it: install it,"
              + " on Debian and Ubuntu with 'apt-get install nodejs npm'",
          e);
    }
  }

  /// Installs exactly what the lock file names, unless that is what is installed.
  private static void install() throws IOException, InterruptedException {
    Path installed = PROJECT.resolve("installed.json");
    Path lock = SOURCES.resolve("package-lock.json");
    boolean same = Files.exists(installed) && Files.mismatch(installed, lock) == -1;
    Files.createDirectories(PROJECT);
    for (String file : FILES) {
      Files.copy(SOURCES.resolve(file), PROJECT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!same) {
      run("npm", "ci", "--prefer-offline");
      Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Runs a program in the project and returns what it said.
  private static String run(String... command) throws IOException, InterruptedException {
    Files.createDirectories(PROJECT);
    Path output = PROJECT.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(PROJECT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertTrue(ended, "took too long: " + String.join(" ", command) + "\n" + said);
    assertEquals(0, process.exitValue(), String.join(" ", command) + "\n" + said);
    return said;
  }
}
