package com.northwind.dispatch.localstack.contractlag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The revisions that are registered: those which the build ships as approved.
///
/// @param revisions numbers of the revisions of each type
public record ApprovedSchemas(SortedMap<String, SortedSet<Integer>> revisions) {
  private static final String LOCK = "northwind/approved/lock.json";

  /// Those of the contracts on the class path, or nothing when they ship none.
  public static Optional<ApprovedSchemas> ofThisBuild() throws IOException {
    try (InputStream in = ApprovedSchemas.class.getClassLoader().getResourceAsStream(LOCK)) {
      return in == null ? Optional.empty() : Optional.of(parse(in.readAllBytes()));
    }
  }

  /// Reads a lock file: `{"TYPE": {"1": "sha256:..."}}`.
  static ApprovedSchemas parse(byte[] lock) throws IOException {
    SortedMap<String, SortedSet<Integer>> revisions = new TreeMap<>();
    JsonNode root = new ObjectMapper().readTree(lock);
    for (Map.Entry<String, JsonNode> type : root.properties()) {
      SortedSet<Integer> numbers = new TreeSet<>();
      for (Map.Entry<String, JsonNode> revision : type.getValue().properties()) {
        numbers.add(Integer.parseInt(revision.getKey()));
      }
      revisions.put(type.getKey(), numbers);
    }
    return new ApprovedSchemas(revisions);
  }

  /// Whether a revision is registered.
  boolean has(String type, int revision) {
    return revisions.getOrDefault(type, new TreeSet<>()).contains(revision);
  }

  /// The newest registered revision of a type, or 0.
  int newest(String type) {
    SortedSet<Integer> numbers = revisions.getOrDefault(type, new TreeSet<>());
    return numbers.isEmpty() ? 0 : numbers.last();
  }
}
