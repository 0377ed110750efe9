package com.northwind.dispatch.schemaregistry.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The versions of one subject. Immutable.
public final class SubjectHistory {
  static final SubjectHistory NONE = new SubjectHistory(new TreeMap<>());

  private final SortedMap<Integer, SubjectVersion> versions;

  private SubjectHistory(SortedMap<Integer, SubjectVersion> versions) {
    this.versions = Collections.unmodifiableSortedMap(versions);
  }

  SubjectHistory with(SubjectVersion version) {
    SortedMap<Integer, SubjectVersion> next = new TreeMap<>(versions);
    next.put(version.version(), version);
    return new SubjectHistory(next);
  }

  SubjectHistory without(int version) {
    SortedMap<Integer, SubjectVersion> next = new TreeMap<>(versions);
    next.remove(version);
    return new SubjectHistory(next);
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  /// Every version whose number is taken, erased ones too, in their order.
  public List<SubjectVersion> all() {
    return List.copyOf(versions.values());
  }

  /// Versions that count, in their order.
  public List<SubjectVersion> active() {
    return versions.values().stream().filter(SubjectVersion::active).toList();
  }

  /// Versions that count and deleted ones, in their order.
  public List<SubjectVersion> readable() {
    return versions.values().stream().filter(SubjectVersion::readable).toList();
  }

  /// A version that counts or is deleted.
  public Optional<SubjectVersion> version(int version) {
    return Optional.ofNullable(versions.get(version)).filter(SubjectVersion::readable);
  }

  /// The newest version that counts or, where deleted ones are wanted, that can be read.
  public Optional<SubjectVersion> latest(boolean deletedToo) {
    return candidates(deletedToo).reduce((older, newer) -> newer);
  }

  /// The newest version of this content.
  public Optional<SubjectVersion> ofSchema(int id, boolean deletedToo) {
    return candidates(deletedToo)
        .filter(version -> version.id() == id)
        .reduce((older, newer) -> newer);
  }

  /// What number the next version gets.
  public int nextVersion() {
    return versions.isEmpty() ? 1 : versions.lastKey() + 1;
  }

  private Stream<SubjectVersion> candidates(boolean deletedToo) {
    return versions.values().stream()
        .filter(version -> deletedToo ? version.readable() : version.active());
  }
}
