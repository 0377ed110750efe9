package com.northwind.dispatch.schemaregistry.registration;

import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.Mode;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.log.Decision;
import com.northwind.dispatch.schemaregistry.registration.Refusal.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides changes of levels and modes, of one subject or of all.
final class SettingChanges {
  private final Set<SubjectName> shipped;

  /// @param shipped subjects whose level stays as it is
  SettingChanges(Set<SubjectName> shipped) {
    this.shipped = Set.copyOf(shipped);
  }

  /// Sets a level.
  Decision<Outcome<CompatibilityLevel>> setLevel(
      Catalogue catalogue, Optional<SubjectName> subject, CompatibilityLevel level) {
    Optional<Refusal> refusal = Registrar.readOnly(catalogue, subject);
    if (refusal.isEmpty() && isShipped(subject) && level != Catalogue.DEFAULT_LEVEL) {
      refusal = Optional.of(levelOfContract(subject));
    }
    if (refusal.isPresent()) {
      return new Decision.Keep<>(new Outcome.Refused<>(refusal.get()));
    }
    Outcome<CompatibilityLevel> done = new Outcome.Done<>(level);
    return catalogue.ownLevel(subject).equals(Optional.of(level))
        ? new Decision.Keep<>(done)
        : new Decision.Change<>(List.of(new CatalogueRecord.LevelSet(subject, level)), done);
  }

  /// Takes a level back; answers the one that was set.
  Decision<Outcome<CompatibilityLevel>> clearLevel(
      Catalogue catalogue, Optional<SubjectName> subject) {
    Optional<Refusal> refusal = Registrar.readOnly(catalogue, subject);
    Optional<CompatibilityLevel> own = catalogue.ownLevel(subject);
    if (refusal.isEmpty() && isShipped(subject)) {
      refusal = Optional.of(levelOfContract(subject));
    }
    if (refusal.isEmpty() && own.isEmpty() && subject.isPresent()) {
      refusal = Optional.of(noLevel(subject.get()));
    }
    if (refusal.isPresent()) {
      return new Decision.Keep<>(new Outcome.Refused<>(refusal.get()));
    }
    return own.isEmpty()
        ? new Decision.Keep<>(new Outcome.Done<>(Catalogue.DEFAULT_LEVEL))
        : new Decision.Change<>(
            List.of(new CatalogueRecord.LevelCleared(subject)), new Outcome.Done<>(own.get()));
  }

  /// Sets a mode.
  Decision<Outcome<Mode>> setMode(Catalogue catalogue, Optional<SubjectName> subject, Mode mode) {
    Outcome<Mode> done = new Outcome.Done<>(mode);
    return catalogue.ownMode(subject).equals(Optional.of(mode))
        ? new Decision.Keep<>(done)
        : new Decision.Change<>(List.of(new CatalogueRecord.ModeSet(subject, mode)), done);
  }

  /// Takes a mode back; answers the one that was set.
  Decision<Outcome<Mode>> clearMode(Catalogue catalogue, Optional<SubjectName> subject) {
    Optional<Mode> own = catalogue.ownMode(subject);
    if (own.isPresent()) {
      return new Decision.Change<>(
          List.of(new CatalogueRecord.ModeCleared(subject)), new Outcome.Done<>(own.get()));
    }
    return new Decision.Keep<>(
        subject
            .<Outcome<Mode>>map(name -> new Outcome.Refused<>(noMode(name)))
            .orElseGet(() -> new Outcome.Done<>(Mode.READWRITE)));
  }

  /// The refusal for a subject without a level of its own.
  static Refusal noLevel(SubjectName subject) {
    return new Refusal(
        Code.NO_LEVEL_OF_ITS_OWN,
        "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  /// The refusal for a subject without a mode of its own.
  static Refusal noMode(SubjectName subject) {
    return new Refusal(
        Code.NO_MODE_OF_ITS_OWN,
        "Subject '" + subject + "' does not have subject-level mode configured");
  }

  private boolean isShipped(Optional<SubjectName> subject) {
    return subject.isPresent() && shipped.contains(subject.get());
  }

  private static Refusal levelOfContract(Optional<SubjectName> subject) {
    return new Refusal(
        Code.NOT_PERMITTED,
        "Subject '"
            + subject.map(SubjectName::value).orElse("")
            + "' is a contract that ships with the platform's builds; its level is always "
            + Catalogue.DEFAULT_LEVEL
            + ", because topics are replayed.");
  }
}
