package com.northwind.dispatch.contractrules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.contractrules.compatibility.Incompatibility;
import com.northwind.dispatch.contractrules.compatibility.VersionConflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedMap;

/// One change that is refused, with the released revisions it breaks with.
///
/// @param revisions the newest first
/// @param explanation place, rule, both fragments and the ways out, in several lines without a
///   newline at the end
public record Refusal(List<Integer> revisions, String explanation) {
  /// What stands at the top of a schema and may never change, with the reason.
  private static final Map<String, String> FOR_EVER =
      Map.of(
          "x-topic",
          "records of a type stay on one topic: whoever replays the old one would never see the new records",
          "x-key",
          "records of a type keep their key: the order of events holds within one key only");

  public Refusal {
    revisions = List.copyOf(revisions);
  }

  /// The refusal as a problem of its type.
  Problem of(String type) {
    return new Problem(type + ", with " + ReportText.revisions(revisions), "\n" + explanation);
  }

  /// Everything that a candidate breaks with any of the revisions, in either direction.
  static List<Refusal> of(SortedMap<Integer, JsonNode> revisions, JsonNode candidate) {
    Map<Incompatibility, List<Integer>> broken = new LinkedHashMap<>();
    for (VersionConflict conflict :
        CompatibilityLevel.FULL_TRANSITIVE.check(revisions, candidate)) {
      broken
          .computeIfAbsent(conflict.incompatibility(), incompatibility -> new ArrayList<>())
          .add(conflict.version());
    }
    List<Refusal> refusals = new ArrayList<>();
    FOR_EVER.keySet().stream()
        .sorted()
        .forEach(name -> addMoved(name, revisions, candidate, refusals));
    broken.forEach(
        (incompatibility, versions) ->
            refusals.add(new Refusal(versions, incompatibility.explain().strip())));
    return List.copyOf(refusals);
  }

  private static void addMoved(
      String name,
      SortedMap<Integer, JsonNode> revisions,
      JsonNode candidate,
      List<Refusal> refusals) {
    for (Entry<Integer, JsonNode> revision : revisions.entrySet()) {
      JsonNode older = revision.getValue().path(name);
      JsonNode newer = candidate.path(name);
      if (!older.isMissingNode() && !older.equals(newer)) {
        refusals.add(
            new Refusal(
                List.of(revision.getKey()),
                "The "
                    + name.substring(2)
                    + " of the type changed: "
                    + FOR_EVER.get(name)
                    + ".\n  where    /"
                    + name
                    + "\n  older    "
                    + older
                    + "\n  newer    "
                    + newer
                    + "\n  instead  make a new version of the message, with the option replaces, and write both until"
                    + " nobody reads the old one"));
        return;
      }
    }
  }
}
