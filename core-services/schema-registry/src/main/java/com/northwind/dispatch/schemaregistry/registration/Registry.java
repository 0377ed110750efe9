package com.northwind.dispatch.schemaregistry.registration;

import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.Mode;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.log.Decision;
import com.northwind.dispatch.schemaregistry.log.SchemaLog;
import com.northwind.dispatch.schemaregistry.log.SchemaWriter;
import com.northwind.dispatch.schemaregistry.log.WriteResult;
import com.northwind.dispatch.schemaregistry.log.WriteResult.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// What the registry does. Reading never asks Kafka; writing answers when the write is in the log
/// for good. Thread-safe.
public final class Registry {
  private final SchemaLog schemaLog;
  private final SchemaWriter writer;
  private final ShippedContracts shipped;
  private final Deletions deletions;
  private final SettingChanges settingChanges;

  public Registry(SchemaLog schemaLog, SchemaWriter writer, ShippedContracts shipped) {
    this.schemaLog = schemaLog;
    this.writer = writer;
    this.shipped = shipped;
    this.deletions = new Deletions(shipped.subjects());
    this.settingChanges = new SettingChanges(shipped.subjects());
  }

  /// What is known now.
  public Catalogue catalogue() {
    return schemaLog.catalogue();
  }

  /// Whether everything that was written before this process started is known: until then, what is
  /// not known may well exist.
  public boolean knowsThePast() {
    return schemaLog.readOnce();
  }

  /// Registers a schema as the next version of a subject, or finds it there; the id is the same for
  /// ever, in all subjects. Finding it needs no Kafka.
  public Outcome<Integer> register(SubjectName subject, Candidate candidate, OptionalInt version)
      throws InterruptedException {
    Optional<SubjectVersion> registered = registered(subject, candidate, false);
    return registered.isPresent()
        ? new Outcome.Done<>(registered.get().id())
        : write(state -> Registrar.register(state, subject, candidate, version));
  }

  /// The newest version of a subject with this content.
  public Optional<SubjectVersion> registered(
      SubjectName subject, Candidate candidate, boolean deletedToo) {
    return Registrar.registered(catalogue(), subject, candidate, deletedToo);
  }

  /// Checks a schema against those versions of a subject that a registration would be checked
  /// against.
  public CompatibilityCheck check(SubjectName subject, Candidate candidate) {
    return CompatibilityCheck.withAll(catalogue(), subject, candidate);
  }

  /// Checks a schema against one version of a subject. A subject without any version has nothing
  /// that its latest one could break.
  public Outcome<CompatibilityCheck> check(
      SubjectName subject, VersionNumber number, Candidate candidate) {
    Catalogue state = catalogue();
    if (number instanceof VersionNumber.Latest && state.history(subject).active().isEmpty()) {
      return new Outcome.Done<>(check(subject, candidate));
    }
    return switch (Lookup.version(state, subject, number, false)) {
      case Outcome.Done<SubjectVersion>(SubjectVersion version) ->
          new Outcome.Done<>(CompatibilityCheck.withOne(state, version, candidate));
      case Outcome.Refused<SubjectVersion>(Refusal refusal) -> new Outcome.Refused<>(refusal);
    };
  }

  /// Deletes a subject; answers the numbers of the versions that went.
  public Outcome<List<Integer>> deleteSubject(SubjectName subject, boolean forGood)
      throws InterruptedException {
    return write(state -> deletions.subject(state, subject, forGood));
  }

  /// Deletes a version; answers its number.
  public Outcome<Integer> deleteVersion(SubjectName subject, VersionNumber number, boolean forGood)
      throws InterruptedException {
    return write(state -> deletions.version(state, subject, number, forGood));
  }

  /// Sets the level of a subject, or of all.
  public Outcome<CompatibilityLevel> setLevel(
      Optional<SubjectName> subject, CompatibilityLevel level) throws InterruptedException {
    return write(state -> settingChanges.setLevel(state, subject, level));
  }

  /// Takes the level of a subject, or of all, back; answers the one that was set.
  public Outcome<CompatibilityLevel> clearLevel(Optional<SubjectName> subject)
      throws InterruptedException {
    return write(state -> settingChanges.clearLevel(state, subject));
  }

  /// Sets the mode of a subject, or of all.
  public Outcome<Mode> setMode(Optional<SubjectName> subject, Mode mode)
      throws InterruptedException {
    return write(state -> settingChanges.setMode(state, subject, mode));
  }

  /// Takes the mode of a subject, or of all, back; answers the one that was set.
  public Outcome<Mode> clearMode(Optional<SubjectName> subject) throws InterruptedException {
    return write(state -> settingChanges.clearMode(state, subject));
  }

  /// Registers what ships with this build; harmless when it is there already.
  ///
  /// @return how many records that took
  Outcome<Integer> registerShipped() throws InterruptedException {
    return write(
        state ->
            switch (shipped.missing(state)) {
              case Decision.Keep<Integer>(Integer none) ->
                  new Decision.Keep<>(new Outcome.Done<>(none));
              case Decision.Change<Integer>(var records, Integer count) ->
                  new Decision.Change<>(records, new Outcome.Done<>(count));
            });
  }

  private <T> Outcome<T> write(Function<Catalogue, Decision<Outcome<T>>> decide)
      throws InterruptedException {
    return switch (writer.write(decide)) {
      case WriteResult.Done<Outcome<T>>(Outcome<T> outcome) -> outcome;
      case WriteResult.Unavailable<Outcome<T>>(Reason reason, String sentence) ->
          Outcome.refused(
              switch (reason) {
                case TIMED_OUT -> Refusal.Code.TIMED_OUT;
                case CONTENDED -> Refusal.Code.CONTENDED;
                case LOG_DAMAGED -> Refusal.Code.LOG_DAMAGED;
              },
              sentence);
    };
  }
}
