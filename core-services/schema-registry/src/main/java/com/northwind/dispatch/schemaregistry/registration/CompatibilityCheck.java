package com.northwind.dispatch.schemaregistry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.contractrules.compatibility.VersionConflict;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.SchemaJson;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands between a schema and earlier versions of its subject.
///
/// @param level the level that was applied
/// @param conflicts every break of it, none for a schema that may be registered
public record CompatibilityCheck(CompatibilityLevel level, List<VersionConflict> conflicts) {
  private static final int EXPLAINED = 20;

  public CompatibilityCheck {
    conflicts = List.copyOf(conflicts);
  }

  /// Checks against the versions that the subject's level asks for.
  static CompatibilityCheck withAll(Catalogue catalogue, SubjectName subject, Candidate candidate) {
    return check(catalogue, subject, catalogue.history(subject).active(), candidate);
  }

  /// Checks against one version, in the directions of the subject's level.
  static CompatibilityCheck withOne(
      Catalogue catalogue, SubjectVersion version, Candidate candidate) {
    return check(catalogue, version.subject(), List.of(version), candidate);
  }

  private static CompatibilityCheck check(
      Catalogue catalogue,
      SubjectName subject,
      List<SubjectVersion> versions,
      Candidate candidate) {
    CompatibilityLevel level = catalogue.level(Optional.of(subject));
    SortedMap<Integer, JsonNode> schemas = new TreeMap<>();
    for (SubjectVersion version : versions) {
      catalogue
          .content(version.id())
          .ifPresent(content -> schemas.put(version.version(), SchemaJson.parse(content.text())));
    }
    return new CompatibilityCheck(level, level.check(schemas, candidate.json()));
  }

  /// Whether the schema may be registered.
  public boolean compatible() {
    return conflicts.isEmpty();
  }

  /// Each break with pointer, rule, old and new fragment, and the ways out; the level at the end.
  public List<String> messages() {
    List<String> messages = new ArrayList<>();
    for (VersionConflict conflict : conflicts.stream().limit(EXPLAINED).toList()) {
      messages.add("version " + conflict.version() + ": " + conflict.incompatibility().explain());
    }
    if (conflicts.size() > EXPLAINED) {
      messages.add("and " + (conflicts.size() - EXPLAINED) + " more");
    }
    if (!conflicts.isEmpty()) {
      messages.add("compatibility level: " + level);
    }
    return messages;
  }

  /// The refusal of a registration, in the words that tools look for.
  Refusal refusal(SubjectName subject) {
    return new Refusal(
        Refusal.Code.INCOMPATIBLE,
        "Schema being registered is incompatible with an earlier schema for subject \""
            + subject
            + "\", details:\n"
            + String.join("\n", messages()));
  }
}
