package com.northwind.dispatch.contractrules.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.descriptor.ContractReader;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EventType;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// Every schema that a command may name.
final class Catalogue {
  private final Contracts contracts;
  private final ApprovedDirectory approved;

  Catalogue(ContractPaths paths) {
    this.contracts = ContractReader.read(paths.descriptors());
    this.approved = ApprovedDirectory.read(paths);
  }

  Contracts contracts() {
    return contracts;
  }

  ApprovedDirectory approved() {
    return approved;
  }

  List<CurrentSchema> current() {
    return CurrentSchema.all(contracts, approved);
  }

  /// The schema that `TYPE` (what the protobuf files say now), `TYPE@REVISION` (what was released)
  /// or a file names.
  ///
  /// @throws WrongCallException when there is no such schema
  NamedSchema find(String name) {
    if (name.contains("/") || name.endsWith(".json")) {
      return readFile(name);
    }
    int at = name.indexOf('@');
    if (at >= 0) {
      return findReleased(name.substring(0, at), name.substring(at + 1));
    }
    String type = names().find(name);
    return contracts
        .event(type)
        .map(event -> CurrentSchema.of(event, contracts, approved))
        .map(schema -> new NamedSchema(label(schema), schema.text(), schema.json()))
        .orElseGet(() -> findReleased(type, newest(type)));
  }

  private static String label(CurrentSchema schema) {
    return schema.isReleased()
        ? schema.id().toString()
        : schema.id().type()
            + " (not released yet; would be revision "
            + schema.id().revision()
            + ")";
  }

  private String newest(String type) {
    return String.valueOf(approved.revisions(type).lastKey());
  }

  private NamedSchema findReleased(String name, String revision) {
    String type = names().find(name);
    if (!revision.matches("[1-9]\\d{0,8}")) {
      throw new WrongCallException(
          "'"
              + revision
              + "' is no revision: write "
              + type
              + "@1, or leave it out for what the protobuf files say now");
    }
    SortedMap<Integer, ApprovedSchema> revisions = approved.revisions(type);
    ApprovedSchema schema = revisions.get(Integer.valueOf(revision));
    if (schema == null) {
      throw new WrongCallException(
          type
              + " has no released revision "
              + revision
              + (revisions.isEmpty()
                  ? ": nothing of it is released yet"
                  : ": it has " + List.copyOf(revisions.keySet())));
    }
    return parse(schema.id().toString(), schema.json());
  }

  private NamedSchema readFile(String name) {
    try {
      return parse(name, Files.readString(Path.of(name)));
    } catch (IOException e) {
      throw new WrongCallException(
          "cannot read the file " + name + ": it must hold a JSON Schema", e);
    }
  }

  private static NamedSchema parse(String label, String text) {
    try {
      JsonNode json = JsonText.parse(text);
      return new NamedSchema(label, text, json);
    } catch (NotJsonException e) {
      throw new WrongCallException(label + " is no JSON: " + e.getMessage(), e);
    }
  }

  private TypeNames names() {
    List<String> types = new ArrayList<>(approved.types());
    contracts.events().stream().map(EventType::name).forEach(types::add);
    return new TypeNames(types);
  }

  /// A schema and what to call it.
  record NamedSchema(String label, String text, JsonNode json) {}
}
