package com.northwind.dispatch.schemaregistry.catalogue;

/// What may be done to a subject, or to all of them.
public enum Mode {
  /// Everything.
  READWRITE,

  /// Only reading. A subject's own mode goes before the mode of all.
  READONLY,

  /// Only reading; as the mode of all it goes before every subject's own.
  READONLY_OVERRIDE;

  /// Whether nothing may be written.
  public boolean readOnly() {
    return this != READWRITE;
  }
}
