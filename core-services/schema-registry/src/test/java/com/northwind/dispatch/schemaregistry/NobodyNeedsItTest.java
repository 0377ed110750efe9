package com.northwind.dispatch.schemaregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stopping the registry changes nothing for anybody, because nobody can ask it: no process of the
/// platform has it among its libraries or names it in its code.
class NobodyNeedsItTest {
  private static final Path ROOT = Path.of(System.getProperty("northwind.root", "../.."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contracts",
        "eld-protocols",
        "tablet-push",
        "gateway",
        "device-simulator",
        "core-services/process-kit",
        "core-services/service-kit",
        "core-services/load-planning",
        "core-services/routing",
        "core-services/execution"
      })
  void noProcessOfThePlatformNamesTheRegistry(String module) throws IOException {
    Path directory = ROOT.resolve(module);
    assertTrue(Files.isRegularFile(directory.resolve("pom.xml")), directory.toString());

    try (Stream<Path> sources = Files.walk(directory.resolve("src/main"))) {
      List<Path> naming =
          Stream.concat(
                  Stream.of(directory.resolve("pom.xml")), sources.filter(Files::isRegularFile))
              .filter(NobodyNeedsItTest::namesTheRegistry)
              .toList();

      assertEquals(List.of(), naming);
    }
  }

  @Test
  void theTestWouldSeeIt() {
    assertTrue(namesTheRegistry(Path.of("pom.xml")));
  }

  private static boolean namesTheRegistry(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.contains("schema-registry") || text.contains("schemaregistry");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
