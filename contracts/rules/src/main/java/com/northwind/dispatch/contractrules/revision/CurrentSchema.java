package com.northwind.dispatch.contractrules.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EventType;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.schema.SchemaGenerator;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.util.List;
import java.util.Optional;

/// The schema that the protobuf files make of an event now: the newest released revision, or the
/// one that would be next.
///
/// @param event the event
/// @param id its type, and the number of the revision
/// @param isReleased whether the revision is released, to the byte
/// @param text the schema's text
/// @param json the same as a tree
public record CurrentSchema(
    EventType event, SchemaId id, boolean isReleased, String text, JsonNode json) {

  /// The current schema of every event, in the order of their names.
  public static List<CurrentSchema> all(Contracts contracts, ApprovedDirectory approved) {
    return contracts.events().stream().map(event -> of(event, contracts, approved)).toList();
  }

  /// The current schema of one event.
  public static CurrentSchema of(EventType event, Contracts contracts, ApprovedDirectory approved) {
    SchemaGenerator generator = new SchemaGenerator(contracts);
    Optional<ApprovedSchema> newest = approved.current(event.name());
    int released = newest.map(ApprovedSchema::revision).orElse(0);
    if (newest.isPresent() && generator.text(event, released).equals(newest.get().json())) {
      return of(event, released, true, generator);
    }
    return of(event, released + 1, false, generator);
  }

  private static CurrentSchema of(
      EventType event, int revision, boolean isReleased, SchemaGenerator generator) {
    String text = generator.text(event, revision);
    SchemaId id = new SchemaId(event.name(), revision);
    return new CurrentSchema(event, id, isReleased, text, JsonText.parse(text));
  }
}
