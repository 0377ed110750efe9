package com.northwind.dispatch.localstack.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/// Writes the file that tells the simulator which devices it plays and who they are.
public final class FleetFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FleetFile() {}

  /// Writes the fleet with a fresh token for every tablet. Only the file's owner may read it.
  public static void write(Path file, Fleet fleet, DevelopmentIdentity identity, Instant now) {
    ObjectNode root = JSON.createObjectNode();
    root.put("caCertificate", identity.caCertificate().toString());
    for (Fleet.Driver driver : fleet.drivers()) {
      root.withArrayProperty("drivers")
          .addObject()
          .put("driverId", driver.driverId())
          .put("tractorId", driver.tractorId())
          .put("tabletId", driver.tabletId())
          .put("token", identity.tokens().issue(driver.tabletId(), driver.driverId(), now));
    }
    for (Fleet.Eld eld : fleet.elds()) {
      root.withArrayProperty("elds")
          .addObject()
          .put("deviceId", eld.deviceId())
          .put("imei", eld.imei())
          .put("vehicleId", eld.vehicleId());
    }
    root.withArrayProperty("drivers");
    root.withArrayProperty("elds");
    try {
      PemFile.writePrivately(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the fleet file " + file, e);
    }
  }
}
