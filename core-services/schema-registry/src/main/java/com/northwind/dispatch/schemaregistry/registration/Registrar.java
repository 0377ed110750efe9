package com.northwind.dispatch.schemaregistry.registration;

import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion.Standing;
import com.northwind.dispatch.schemaregistry.log.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides what becomes of a schema that somebody wants to register. Pure: the state comes in, the
/// records to write go out.
final class Registrar {
  private Registrar() {}

  /// The id of a schema that is a version of the subject already. It never changes, so it can be
  /// told from any state that has it.
  static Optional<SubjectVersion> registered(
      Catalogue catalogue, SubjectName subject, Candidate candidate, boolean deletedToo) {
    return catalogue
        .idOf(candidate.fingerprint())
        .flatMap(id -> catalogue.history(subject).ofSchema(id, deletedToo));
  }

  /// Registers a schema as the next version of a subject.
  ///
  /// @param wanted the number that the version is to have, if whoever asks insists on one
  static Decision<Outcome<Integer>> register(
      Catalogue catalogue, SubjectName subject, Candidate candidate, OptionalInt wanted) {
    Optional<SubjectVersion> registered = registered(catalogue, subject, candidate, false);
    if (registered.isPresent()) {
      return new Decision.Keep<>(new Outcome.Done<>(registered.get().id()));
    }
    Optional<Refusal> refusal = refusal(catalogue, subject, candidate, wanted);
    if (refusal.isPresent()) {
      return new Decision.Keep<>(new Outcome.Refused<>(refusal.get()));
    }
    int version = catalogue.history(subject).nextVersion();
    List<CatalogueRecord> records = records(catalogue, subject, version, candidate);
    return new Decision.Change<>(records, new Outcome.Done<>(idFor(catalogue, candidate)));
  }

  /// What to write so that a version has this content: its id where it has none yet, its text where
  /// it was erased, and the version.
  static List<CatalogueRecord> records(
      Catalogue catalogue, SubjectName subject, int version, Candidate candidate) {
    int id = idFor(catalogue, candidate);
    List<CatalogueRecord> records = new ArrayList<>();
    if (catalogue.content(id).isEmpty()) {
      records.add(new CatalogueRecord.SchemaContent(id, candidate.fingerprint(), candidate.text()));
    }
    records.add(new SubjectVersion(subject, version, id, Standing.ACTIVE));
    return records;
  }

  private static int idFor(Catalogue catalogue, Candidate candidate) {
    return catalogue
        .idOf(candidate.fingerprint())
        .orElseGet(() -> Math.addExact(catalogue.highestId(), 1));
  }

  private static Optional<Refusal> refusal(
      Catalogue catalogue, SubjectName subject, Candidate candidate, OptionalInt wanted) {
    Optional<Refusal> readOnly = readOnly(catalogue, Optional.of(subject));
    if (readOnly.isPresent()) {
      return readOnly;
    }
    int next = catalogue.history(subject).nextVersion();
    if (wanted.isPresent() && wanted.getAsInt() != next) {
      return Optional.of(
          new Refusal(
              Refusal.Code.INVALID_SCHEMA,
              "Version "
                  + wanted.getAsInt()
                  + " is not the next one of subject '"
                  + subject
                  + "': that is "
                  + next
                  + ". Leave \"version\" out."));
    }
    CompatibilityCheck check = CompatibilityCheck.withAll(catalogue, subject, candidate);
    return check.compatible() ? Optional.empty() : Optional.of(check.refusal(subject));
  }

  /// The refusal of a write where only reading is allowed.
  static Optional<Refusal> readOnly(Catalogue catalogue, Optional<SubjectName> subject) {
    if (!catalogue.mode(subject).readOnly()) {
      return Optional.empty();
    }
    String what = subject.map(name -> "Subject " + name).orElse("The registry");
    return Optional.of(
        new Refusal(
            Refusal.Code.NOT_PERMITTED,
            what
                + " is in read-only mode ("
                + catalogue.mode(subject)
                + "). PUT {\"mode\":\"READWRITE\"} to /mode or /mode/{subject} allows writing."));
  }
}
