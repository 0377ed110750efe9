package com.northwind.dispatch.contractrules.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A revision of an event type, as `$id` and an event's `dataschema` name it.
///
/// @param type full protobuf name of the event
/// @param revision from 1
public record SchemaId(String type, int revision) {
  private static final Pattern URN =
      Pattern.compile("urn:northwind:schema:([\\w.]+):([1-9]\\d{0,8})");

  /// The revision that a URN names; empty when the text is no such URN.
  public static Optional<SchemaId> parse(String urn) {
    Matcher matcher = URN.matcher(urn);
    return matcher.matches()
        ? Optional.of(new SchemaId(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /// The URN.
  public String urn() {
    return "urn:northwind:schema:" + type + ":" + revision;
  }

  @Override
  public String toString() {
    return type + "@" + revision;
  }
}
