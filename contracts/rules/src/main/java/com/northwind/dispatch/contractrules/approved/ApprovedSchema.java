package com.northwind.dispatch.contractrules.approved;

import com.northwind.dispatch.contractrules.schema.SchemaId;

/// One released revision of an event's schema.
///
/// @param type full protobuf name of the event
/// @param revision from 1
/// @param json the schema's text, to the byte
public record ApprovedSchema(String type, int revision, String json) {
  /// Type and revision.
  public SchemaId id() {
    return new SchemaId(type, revision);
  }
}
