package com.northwind.dispatch.processkit.config;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void takesDefaultsWhereNothingIsSet() {
    Settings settings = Settings.of(Map.of("NORTHWIND_NODE", "  "));

    assertAll(
        () -> assertEquals("gateway", settings.text("NODE", "gateway")),
        () -> assertEquals(5027, settings.port("ELD_TCP_PORT", 5027)),
        () ->
            assertEquals(
                Duration.ofSeconds(5),
                settings.duration("DRAIN", Duration.ofSeconds(5), Duration.ZERO)));
    settings.check();
  }

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "2h, PT2H", "PT1M30S, PT1M30S"})
  void readsDurationsAsPeopleWriteThem(String text, Duration expected) {
    Settings settings = Settings.of(Map.of("NORTHWIND_DRAIN", text));

    assertEquals(expected, settings.duration("DRAIN", Duration.ZERO, Duration.ZERO));
  }

  @Test
  void reportsEveryMistakeAtOnceWithNameValueAndRange(@TempDir Path dir) {
    Settings settings =
        Settings.of(
            Map.of(
                "NORTHWIND_ADMIN_PORT", "70000",
                "NORTHWIND_POOL", "many",
                "NORTHWIND_DRAIN", "soon",
                "NORTHWIND_TLS_KEY", dir.resolve("absent.pem").toString()));
    settings.port("ADMIN_PORT", 9100);
    settings.integer("POOL", 8, 1, 50);
    settings.duration("DRAIN", Duration.ofSeconds(5), Duration.ZERO);
    settings.file("TLS_KEY", "the server's private key");
    settings.requiredText("DATABASE_URL", "where the database is");

    InvalidSettingsException e = assertThrows(InvalidSettingsException.class, settings::check);

    String message = String.valueOf(e.getMessage());
    for (String part :
        List.of(
            "NORTHWIND_ADMIN_PORT=70000 is outside 0 to 65535",
            "NORTHWIND_POOL=many is not a whole number from 1 to 50",
            "NORTHWIND_DRAIN=soon is not a duration",
            "absent.pem is not a readable file: the server's private key",
            "NORTHWIND_DATABASE_URL is not set: where the database is")) {
      assertTrue(message.contains(part), () -> part + " not in:\n" + message);
    }
  }

  @Test
  void hidesSecretsWhenPrinted(@TempDir Path dir) throws Exception {
    Path key = Files.writeString(dir.resolve("key.pem"), "key");
    Settings settings =
        Settings.of(
            Map.of("NORTHWIND_DATABASE_PASSWORD", "hunter2", "NORTHWIND_TLS_KEY", key.toString()));

    assertEquals("hunter2", settings.secret("DATABASE_PASSWORD", ""));
    assertEquals(key, settings.file("TLS_KEY", "key"));

    assertEquals(
        "NORTHWIND_DATABASE_PASSWORD=(hidden)\nNORTHWIND_TLS_KEY=" + key + "\n", settings.print());
  }

  @Test
  void namesVariablesThatNothingReads() {
    Settings settings =
        Settings.of(Map.of("NORTHWIND_NODE", "a", "NORTHWIND_NOED", "b", "PATH", "/bin"));
    settings.text("NODE", "gateway");

    assertEquals(List.of("NORTHWIND_NOED"), settings.unread());
  }
}
