package com.northwind.dispatch.schemaregistry.catalogue;

/// One version of a subject.
///
/// @param version from 1; the number is never given to other content while the subject exists
/// @param id which schema it is
/// @param standing whether it counts
public record SubjectVersion(SubjectName subject, int version, int id, Standing standing)
    implements CatalogueRecord {

  /// Whether a version counts.
  public enum Standing {
    /// It is listed, and new versions have to be compatible with it.
    ACTIVE,

    /// Deleted, still shown to who asks for deleted ones, and no longer asked for compatibility.
    DELETED,

    /// Deleted for good; only its number is remembered.
    ERASED
  }

  /// The same version with another standing.
  public SubjectVersion as(Standing next) {
    return new SubjectVersion(subject, version, id, next);
  }

  /// Whether it counts.
  public boolean active() {
    return standing == Standing.ACTIVE;
  }

  /// Whether it can still be read.
  public boolean readable() {
    return standing != Standing.ERASED;
  }
}
