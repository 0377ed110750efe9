package com.northwind.dispatch.schemaregistry.catalogue;

import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord.SchemaContent;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Everything the registry knows, as it stood after some record of the log. Immutable; a new one is
/// made for each batch of records.
public final class Catalogue {
  /// A registry that nobody has written to.
  public static final Catalogue EMPTY =
      new Catalogue(
          new HashMap<>(), new HashMap<>(), new TreeMap<>(), new HashMap<>(), new HashMap<>(), 0);

  /// The compatibility level where none is set: topics are replayed, and producers and consumers
  /// roll in any order.
  public static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.FULL_TRANSITIVE;

  private final Map<Integer, SchemaContent> contents;
  private final Map<String, Integer> ids;
  private final NavigableMap<SubjectName, SubjectHistory> subjects;
  private final Map<Optional<SubjectName>, CompatibilityLevel> levels;
  private final Map<Optional<SubjectName>, Mode> modes;
  private int highestId;

  private Catalogue(
      Map<Integer, SchemaContent> contents,
      Map<String, Integer> ids,
      NavigableMap<SubjectName, SubjectHistory> subjects,
      Map<Optional<SubjectName>, CompatibilityLevel> levels,
      Map<Optional<SubjectName>, Mode> modes,
      int highestId) {
    this.contents = contents;
    this.ids = ids;
    this.subjects = subjects;
    this.levels = levels;
    this.modes = modes;
    this.highestId = highestId;
  }

  /// What is known after these records, too.
  public Catalogue with(List<? extends CatalogueRecord> records) {
    if (records.isEmpty()) {
      return this;
    }
    Catalogue next =
        new Catalogue(
            new HashMap<>(contents),
            new HashMap<>(ids),
            new TreeMap<>(subjects),
            new HashMap<>(levels),
            new HashMap<>(modes),
            highestId);
    records.forEach(next::apply);
    return next;
  }

  /// Called on a catalogue that nobody else sees yet.
  private void apply(CatalogueRecord record) {
    switch (record) {
      case SchemaContent content -> {
        contents.put(content.id(), content);
        give(content.fingerprint(), content.id());
      }
      case CatalogueRecord.SchemaErased(int id, String fingerprint) -> {
        contents.remove(id);
        give(fingerprint, id);
      }
      case SubjectVersion version -> {
        subjects.put(version.subject(), history(version.subject()).with(version));
        highestId = Math.max(highestId, version.id());
      }
      case CatalogueRecord.VersionForgotten(SubjectName subject, int version) -> {
        SubjectHistory rest = history(subject).without(version);
        if (rest.isEmpty()) {
          subjects.remove(subject);
        } else {
          subjects.put(subject, rest);
        }
      }
      case CatalogueRecord.LevelSet(var subject, var level) -> levels.put(subject, level);
      case CatalogueRecord.LevelCleared(var subject) -> levels.remove(subject);
      case CatalogueRecord.ModeSet(var subject, var mode) -> modes.put(subject, mode);
      case CatalogueRecord.ModeCleared(var subject) -> modes.remove(subject);
      case CatalogueRecord.WriteMark mark -> highestId = Math.max(highestId, mark.highestId());
    }
  }

  /// Should two ids ever have the same content, the older one keeps it.
  private void give(String fingerprint, int id) {
    ids.merge(fingerprint, id, Math::min);
    highestId = Math.max(highestId, id);
  }

  /// The schema with this id.
  public Optional<SchemaContent> content(int id) {
    return Optional.ofNullable(contents.get(id));
  }

  /// The id that content with this fingerprint has, or had before it was erased.
  public Optional<Integer> idOf(String fingerprint) {
    return Optional.ofNullable(ids.get(fingerprint));
  }

  /// The highest id ever given.
  public int highestId() {
    return highestId;
  }

  /// The versions of a subject; none when there is no such subject.
  public SubjectHistory history(SubjectName subject) {
    return subjects.getOrDefault(subject, SubjectHistory.NONE);
  }

  /// Every subject with its versions, in the order of their names.
  public NavigableMap<SubjectName, SubjectHistory> subjects() {
    return Collections.unmodifiableNavigableMap(subjects);
  }

  /// Readable versions of a schema in all subjects, in the order of the subjects' names.
  public List<SubjectVersion> versionsOf(int id) {
    return subjects.values().stream()
        .flatMap(history -> history.readable().stream())
        .filter(version -> version.id() == id)
        .sorted(
            Comparator.comparing(SubjectVersion::subject).thenComparingInt(SubjectVersion::version))
        .toList();
  }

  /// The level set for a subject, or, where it is empty, for all.
  public Optional<CompatibilityLevel> ownLevel(Optional<SubjectName> subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  /// The level in force.
  public CompatibilityLevel level(Optional<SubjectName> subject) {
    return ownLevel(subject).or(() -> ownLevel(Optional.empty())).orElse(DEFAULT_LEVEL);
  }

  /// The mode set for a subject, or, where it is empty, for all.
  public Optional<Mode> ownMode(Optional<SubjectName> subject) {
    return Optional.ofNullable(modes.get(subject));
  }

  /// The mode in force.
  public Mode mode(Optional<SubjectName> subject) {
    Mode ofAll = ownMode(Optional.empty()).orElse(Mode.READWRITE);
    return ofAll == Mode.READONLY_OVERRIDE ? ofAll : ownMode(subject).orElse(ofAll);
  }

  /// How many schemas have a text.
  public int schemaCount() {
    return contents.size();
  }

  /// How many subjects have a version that counts.
  public long subjectCount() {
    return subjects.values().stream().filter(history -> !history.active().isEmpty()).count();
  }
}
