package com.northwind.dispatch.simulator.fleet;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is in the fleet: drivers with their tablets' tokens, and ELD units.
///
/// @param caCertificate PEM file of the authority that signed the tablet port's certificate
/// @param drivers drivers, tractors, tablets
/// @param elds ELD units
public record FleetFile(String caCertificate, List<FleetDriver> drivers, List<FleetEld> elds) {

  public FleetFile {
    drivers = List.copyOf(drivers);
    elds = List.copyOf(elds);
  }

  /// Reads a fleet file.
  ///
  /// @throws IOException with a sentence for the user when it is missing, not JSON or incomplete
  public static FleetFile read(Path file) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    Draft draft;
    try {
      draft = mapper.readValue(Files.readAllBytes(file), Draft.class);
    } catch (JacksonException e) {
      throw new IOException(file + " is not a fleet file: " + e.getOriginalMessage(), e);
    }
    List<FleetDriver> drivers = draft.drivers() == null ? List.of() : draft.drivers();
    List<FleetEld> elds = draft.elds() == null ? List.of() : draft.elds();
    String certificate = draft.caCertificate() == null ? "" : draft.caCertificate();
    return new FleetFile(certificate, drivers, elds);
  }

  private record Draft(
      @Nullable String caCertificate,
      @Nullable List<FleetDriver> drivers,
      @Nullable List<FleetEld> elds) {}
}
