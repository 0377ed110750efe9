package com.northwind.dispatch.schemaregistry.registration;

import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectHistory;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion.Standing;
import com.northwind.dispatch.schemaregistry.log.Decision;
import com.northwind.dispatch.schemaregistry.registration.Refusal.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides deletions: first one deletes, then one may delete for good. What is deleted for good
/// leaves its id behind, and, while the subject exists, the number of its version.
final class Deletions {
  private final Set<SubjectName> shipped;

  /// @param shipped subjects that nobody deletes: builds that are running rest on them
  Deletions(Set<SubjectName> shipped) {
    this.shipped = Set.copyOf(shipped);
  }

  /// Deletes every version of a subject.
  Decision<Outcome<List<Integer>>> subject(
      Catalogue catalogue, SubjectName subject, boolean forGood) {
    SubjectHistory history = catalogue.history(subject);
    Optional<Refusal> refusal = refusal(catalogue, subject);
    if (refusal.isEmpty()) {
      refusal = refusalOfSubject(history, subject, forGood);
    }
    if (refusal.isPresent()) {
      return new Decision.Keep<>(new Outcome.Refused<>(refusal.get()));
    }
    List<SubjectVersion> versions = forGood ? history.readable() : history.active();
    List<CatalogueRecord> records = new ArrayList<>();
    if (forGood) {
      forget(history, records);
      erase(catalogue, versions, records);
    } else {
      versions.forEach(version -> records.add(version.as(Standing.DELETED)));
      clearSettings(catalogue, subject, records);
    }
    return new Decision.Change<>(
        records, new Outcome.Done<>(versions.stream().map(SubjectVersion::version).toList()));
  }

  /// Deletes one version of a subject.
  Decision<Outcome<Integer>> version(
      Catalogue catalogue, SubjectName subject, VersionNumber number, boolean forGood) {
    SubjectHistory history = catalogue.history(subject);
    Optional<Refusal> refusal = refusal(catalogue, subject);
    if (refusal.isPresent()) {
      return new Decision.Keep<>(new Outcome.Refused<>(refusal.get()));
    }
    return switch (Lookup.version(catalogue, subject, number, true)) {
      case Outcome.Refused<SubjectVersion>(Refusal reason) ->
          new Decision.Keep<>(new Outcome.Refused<>(reason));
      case Outcome.Done<SubjectVersion>(SubjectVersion version) when forGood && version.active() ->
          keep(
              Code.VERSION_NOT_DELETED,
              "%s was not deleted first before being permanently deleted",
              version);
      case Outcome.Done<SubjectVersion>(SubjectVersion version)
          when !forGood && !version.active() ->
          keep(
              Code.VERSION_DELETED,
              "%s was soft deleted. Set permanent=true to delete permanently",
              version);
      case Outcome.Done<SubjectVersion>(SubjectVersion version) ->
          new Decision.Change<>(
              forGood
                  ? recordsOfErasing(catalogue, history, version)
                  : List.of(version.as(Standing.DELETED)),
              new Outcome.Done<>(version.version()));
    };
  }

  private static Decision<Outcome<Integer>> keep(Code code, String form, SubjectVersion version) {
    String what = "Subject '" + version.subject() + "' Version " + version.version();
    return new Decision.Keep<>(Outcome.refused(code, form.formatted(what)));
  }

  private Optional<Refusal> refusal(Catalogue catalogue, SubjectName subject) {
    if (shipped.contains(subject)) {
      return Optional.of(
          new Refusal(
              Code.NOT_PERMITTED,
              "Subject '"
                  + subject
                  + "' is a contract that ships with the platform's builds; it is never deleted. A "
                  + "new major version of the event replaces it."));
    }
    return Registrar.readOnly(catalogue, Optional.of(subject));
  }

  private static Optional<Refusal> refusalOfSubject(
      SubjectHistory history, SubjectName subject, boolean forGood) {
    if (history.readable().isEmpty()) {
      return Optional.of(Lookup.noSubject(subject));
    }
    if (forGood && !history.active().isEmpty()) {
      return Optional.of(
          new Refusal(
              Code.SUBJECT_NOT_DELETED,
              "Subject '" + subject + "' was not deleted first before being permanently deleted"));
    }
    if (!forGood && history.active().isEmpty()) {
      return Optional.of(
          new Refusal(
              Code.SUBJECT_DELETED,
              "Subject '"
                  + subject
                  + "' was soft deleted. Set permanent=true to delete permanently"));
    }
    return Optional.empty();
  }

  private static List<CatalogueRecord> recordsOfErasing(
      Catalogue catalogue, SubjectHistory history, SubjectVersion version) {
    List<CatalogueRecord> records = new ArrayList<>();
    if (history.readable().size() == 1) {
      forget(history, records);
    } else {
      records.add(version.as(Standing.ERASED));
    }
    erase(catalogue, List.of(version), records);
    return records;
  }

  private static void forget(SubjectHistory history, List<CatalogueRecord> records) {
    for (SubjectVersion version : history.all()) {
      records.add(new CatalogueRecord.VersionForgotten(version.subject(), version.version()));
    }
  }

  /// Erases the texts that no version names any more once these are gone.
  private static void erase(
      Catalogue catalogue, List<SubjectVersion> gone, List<CatalogueRecord> records) {
    Set<Integer> ids = gone.stream().map(SubjectVersion::id).collect(Collectors.toSet());
    for (int id : ids) {
      boolean needed = catalogue.versionsOf(id).stream().anyMatch(other -> !gone.contains(other));
      if (!needed) {
        catalogue
            .content(id)
            .ifPresent(
                content ->
                    records.add(new CatalogueRecord.SchemaErased(id, content.fingerprint())));
      }
    }
  }

  private static void clearSettings(
      Catalogue catalogue, SubjectName subject, List<CatalogueRecord> records) {
    Optional<SubjectName> whose = Optional.of(subject);
    catalogue
        .ownLevel(whose)
        .ifPresent(level -> records.add(new CatalogueRecord.LevelCleared(whose)));
    catalogue.ownMode(whose).ifPresent(mode -> records.add(new CatalogueRecord.ModeCleared(whose)));
  }
}
