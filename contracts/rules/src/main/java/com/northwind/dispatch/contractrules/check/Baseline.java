package com.northwind.dispatch.contractrules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every released revision that the current schemas are held against: the checkout's and, where one
/// is named, another commit's. The other commit's text counts where the two differ.
final class Baseline {
  private final SortedMap<String, SortedMap<Integer, JsonNode>> revisions = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Baseline(ApprovedDirectory approved) {
    for (String type : approved.types()) {
      approved.revisions(type).values().forEach(schema -> put(schema.id(), schema.json()));
    }
  }

  /// Only the checkout's.
  static Baseline of(ApprovedDirectory approved) {
    return new Baseline(approved);
  }

  /// The checkout's, and those of another commit.
  static Baseline of(ApprovedDirectory approved, ContractPaths paths, GitCommit commit) {
    Baseline baseline = new Baseline(approved);
    Path root = paths.root().toAbsolutePath().normalize();
    Path directory = paths.approved().toAbsolutePath().normalize();
    if (!directory.startsWith(root)) {
      throw new UnusableReferenceException(
          directory + " is not below " + root + ", so git does not know its files");
    }
    String below = root.relativize(directory).toString().replace('\\', '/');
    for (String name : commit.files(below)) {
      baseline.take(name, name.substring(below.length() + 1), commit.read(name), approved);
    }
    return baseline;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  SortedSet<String> types() {
    return new TreeSet<>(revisions.keySet());
  }

  SortedMap<Integer, JsonNode> revisions(String type) {
    return Collections.unmodifiableSortedMap(revisions.getOrDefault(type, new TreeMap<>()));
  }

  private void take(String shown, String name, byte[] bytes, ApprovedDirectory approved) {
    String[] parts = name.split("/", -1);
    if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,8}\\.json")) {
      return;
    }
    int revision = Integer.parseInt(parts[1].substring(0, parts[1].indexOf('.')));
    String text = new String(bytes, StandardCharsets.UTF_8);
    var now = approved.find(parts[0], revision).map(ApprovedSchema::json);
    if (now.isEmpty()) {
      problems.add(
          new Problem(
              shown,
              "released at the other commit and missing here. Released revisions are kept: restore it from there."));
    } else if (!now.get().equals(text)) {
      problems.add(
          new Problem(
              shown,
              "differs from what was released at the other commit. Restore it from there, change the protobuf file"
                  + " instead, and run `./northwind contracts approve`, which writes the next revision."));
    }
    put(new SchemaId(parts[0], revision), text);
  }

  private void put(SchemaId id, String text) {
    try {
      revisions
          .computeIfAbsent(id.type(), type -> new TreeMap<>())
          .put(id.revision(), JsonText.parse(text));
    } catch (NotJsonException e) {
      problems.add(
          new Problem(id.toString(), "its released file is no JSON: " + e.getMessage() + "."));
    }
  }
}
