package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.processkit.config.InvalidSettingsException;
import com.northwind.dispatch.processkit.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {
  private final Map<String, String> environment = new HashMap<>();
  @TempDir private Path files;

  @BeforeEach
  void giveTheFilesThatMustBeGiven() throws IOException {
    for (String name : new String[] {"TLS_CERTIFICATE", "TLS_KEY", "TOKEN_KEYS"}) {
      environment.put("NORTHWIND_" + name, Files.createFile(files.resolve(name)).toString());
    }
  }

  @Test
  void hasDefaultsForAllButTheFiles() {
    GatewayConfig config = read();

    assertEquals("gateway", config.node());
    assertEquals("127.0.0.1:9092", config.kafka().bootstrapServers());
    assertEquals(9100, config.adminPort());
    assertEquals(5027, config.eld().tcpPort());
    assertEquals(5027, config.eld().udpPort());
    assertEquals(8443, config.tablet().port());
    assertEquals(Duration.ofSeconds(5), config.drain());
    assertEquals(Duration.ofMinutes(10), config.eld().idleTimeout());
    assertEquals(Duration.ofSeconds(30), config.eld().loginDeadline());
  }

  @Test
  void readsEachSetting() {
    environment.put("NORTHWIND_NODE", "gw-7");
    environment.put("NORTHWIND_ELD_TCP_PORT", "6001");
    environment.put("NORTHWIND_ELD_UDP_PORT", "6002");
    environment.put("NORTHWIND_TABLET_PORT", "6003");
    environment.put("NORTHWIND_ADMIN_PORT", "6004");
    environment.put("NORTHWIND_DRAIN", "250ms");
    environment.put("NORTHWIND_ELD_IDLE_TIMEOUT", "2m");
    environment.put("NORTHWIND_IN_FLIGHT_BYTES", "1000000");

    GatewayConfig config = read();

    assertEquals("gw-7", config.node());
    assertEquals(6001, config.eld().tcpPort());
    assertEquals(6002, config.eld().udpPort());
    assertEquals(6003, config.tablet().port());
    assertEquals(6004, config.adminPort());
    assertEquals(Duration.ofMillis(250), config.drain());
    assertEquals(Duration.ofMinutes(2), config.eld().idleTimeout());
    assertEquals(1_000_000, config.inFlightBytes());
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    environment.put("NORTHWIND_ELD_TCP_PORT", "70000");
    environment.put("NORTHWIND_DRAIN", "soon");
    environment.remove("NORTHWIND_TOKEN_KEYS");
    environment.put("NORTHWIND_ELD_MAX_CONNECTIONS", "0");

    String message =
        String.valueOf(assertThrows(InvalidSettingsException.class, this::read).getMessage());

    assertTrue(message.contains("NORTHWIND_ELD_TCP_PORT"), message);
    assertTrue(message.contains("NORTHWIND_DRAIN"), message);
    assertTrue(message.contains("NORTHWIND_TOKEN_KEYS"), message);
    assertTrue(message.contains("NORTHWIND_ELD_MAX_CONNECTIONS"), message);
  }

  @Test
  void neverDrainsLongerThanAStopMayTake() {
    environment.put("NORTHWIND_DRAIN", "10m");
    assertEquals(Duration.ofSeconds(12), read().drain());
  }

  private GatewayConfig read() {
    return GatewayConfig.from(Settings.of(environment));
  }
}
