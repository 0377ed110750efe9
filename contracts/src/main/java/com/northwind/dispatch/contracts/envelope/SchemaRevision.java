package com.northwind.dispatch.contracts.envelope;

import com.google.protobuf.Descriptors.Descriptor;

/// A registered revision of an event type, as `dataschema` names it.
///
/// @param type full protobuf name of the message
/// @param revision number of the revision, from 1
public record SchemaRevision(String type, int revision) {
  private static final String PREFIX = "urn:northwind:schema:";

  public SchemaRevision {
    if (revision < 1) {
      throw new IllegalArgumentException("schema revision of " + type + " is below 1: " + revision);
    }
  }

  /// The revision this build writes for a message.
  public static SchemaRevision current(Descriptor message) {
    String type = message.getFullName();
    return new SchemaRevision(type, ApprovedRevisions.ofThisBuild().newest(type));
  }

  /// The absolute URI that stands in an envelope's `dataschema`.
  public String urn() {
    return PREFIX + type + ":" + revision;
  }
}
