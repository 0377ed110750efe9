package com.northwind.dispatch.schemaregistry.catalogue;

import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import java.time.Instant;
import java.util.Optional;

/// What one record of the log says. Records with the same key supersede each other.
public sealed interface CatalogueRecord
    permits CatalogueRecord.SchemaContent,
        CatalogueRecord.SchemaErased,
        SubjectVersion,
        CatalogueRecord.VersionForgotten,
        CatalogueRecord.LevelSet,
        CatalogueRecord.LevelCleared,
        CatalogueRecord.ModeSet,
        CatalogueRecord.ModeCleared,
        CatalogueRecord.WriteMark {

  /// A schema has this id, for ever.
  ///
  /// @param fingerprint of its canonical form, `sha256:` and 64 hexadecimal digits; the same for
  ///   texts that differ only in white space and in the order of keys
  /// @param text the schema as it was first registered
  record SchemaContent(int id, String fingerprint, String text) implements CatalogueRecord {}

  /// No version names the schema any more and its text is gone. The id stays with its content: the
  /// same content, registered again, gets it back.
  record SchemaErased(int id, String fingerprint) implements CatalogueRecord {}

  /// The subject is gone for good, and with it the number of this version.
  record VersionForgotten(SubjectName subject, int version) implements CatalogueRecord {}

  /// A compatibility level is set.
  ///
  /// @param subject whose, or empty for that of all subjects without their own
  record LevelSet(Optional<SubjectName> subject, CompatibilityLevel level)
      implements CatalogueRecord {}

  /// A compatibility level is taken back.
  record LevelCleared(Optional<SubjectName> subject) implements CatalogueRecord {}

  /// A mode is set.
  ///
  /// @param subject whose, or empty for that of all subjects without their own
  record ModeSet(Optional<SubjectName> subject, Mode mode) implements CatalogueRecord {}

  /// A mode is taken back.
  record ModeCleared(Optional<SubjectName> subject) implements CatalogueRecord {}

  /// The last record of every write.
  ///
  /// @param highestId the highest id ever given, so that none is given twice whatever else is lost
  /// @param write names the write, so that its writer can tell later whether it took place
  /// @param node who wrote
  /// @param at when, by the writer's clock, UTC
  record WriteMark(int highestId, String write, String node, Instant at)
      implements CatalogueRecord {}
}
