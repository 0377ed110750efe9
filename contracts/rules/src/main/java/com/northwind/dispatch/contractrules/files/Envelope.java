package com.northwind.dispatch.contractrules.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.descriptor.UnreadableContractsException;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import java.io.IOException;
import java.nio.file.Files;

/// What stands around every event: the context attributes of CloudEvents that we use.
public final class Envelope {
  private Envelope() {}

  /// Its JSON Schema.
  ///
  /// @throws UnreadableContractsException when the file is missing or no JSON
  public static JsonNode schema(ContractPaths paths) {
    try {
      return JsonText.parse(Files.readString(paths.envelope()));
    } catch (IOException e) {
      throw new UnreadableContractsException(
          "cannot read " + paths.shown(paths.envelope()) + ", the schema of the envelope", e);
    } catch (NotJsonException e) {
      throw new UnreadableContractsException(
          paths.shown(paths.envelope()) + " is no JSON: " + e.getMessage(), e);
    }
  }
}
