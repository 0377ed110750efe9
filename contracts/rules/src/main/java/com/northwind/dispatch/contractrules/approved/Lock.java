package com.northwind.dispatch.contractrules.approved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `lock.json` says: the hash of every released revision.
///
/// @param hashes type to revision to hash
record Lock(SortedMap<String, SortedMap<Integer, String>> hashes) {
  static final String FILE_NAME = "lock.json";
  static final Lock EMPTY = new Lock(Collections.emptySortedMap());

  /// Reads a lock's text.
  ///
  /// @throws NotJsonException when it is no lock
  static Lock parse(String text) {
    SortedMap<String, SortedMap<Integer, String>> hashes = new TreeMap<>();
    JsonNode tree = JsonText.parse(text);
    if (!tree.isObject()) {
      throw new NotJsonException("a lock is an object of types");
    }
    for (Map.Entry<String, JsonNode> type : tree.properties()) {
      SortedMap<Integer, String> revisions = new TreeMap<>();
      for (Map.Entry<String, JsonNode> revision : type.getValue().properties()) {
        revisions.put(number(type.getKey(), revision.getKey()), revision.getValue().asText());
      }
      hashes.put(type.getKey(), revisions);
    }
    return new Lock(hashes);
  }

  private static int number(String type, String revision) {
    return revisionOf(revision)
        .orElseThrow(
            () -> new NotJsonException("'" + revision + "' of " + type + " is no revision"));
  }

  /// The revision that a name stands for: digits without a leading zero, from 1.
  static Optional<Integer> revisionOf(String name) {
    return name.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(name)) : Optional.empty();
  }

  Optional<String> hash(String type, int revision) {
    return Optional.ofNullable(hashes.get(type)).map(revisions -> revisions.get(revision));
  }

  /// This lock and one more revision.
  Lock with(String type, int revision, String hash) {
    SortedMap<String, SortedMap<Integer, String>> more = new TreeMap<>();
    hashes.forEach((name, revisions) -> more.put(name, new TreeMap<>(revisions)));
    more.computeIfAbsent(type, name -> new TreeMap<>()).put(revision, hash);
    return new Lock(more);
  }

  String text() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    hashes.forEach(
        (type, revisions) -> {
          ObjectNode object = tree.putObject(type);
          revisions.forEach((revision, hash) -> object.put(Integer.toString(revision), hash));
        });
    return JsonText.pretty(tree);
  }
}
