package com.northwind.dispatch.schemaregistry.registration;

import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.log.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The contracts that ship with this build: each revision of an event's schema is that version of
/// the subject named after the event's type. Builds carry them and need no registry; the registry
/// carries them for everybody else.
public final class ShippedContracts {
  /// A revision of an event.
  private record Contract(SubjectName subject, int revision, Candidate schema) {}

  private final List<Contract> contracts;

  private ShippedContracts(List<Contract> contracts) {
    this.contracts = List.copyOf(contracts);
  }

  /// Reads released schemas.
  ///
  /// @throws IllegalStateException when one is not a JSON Schema
  public static ShippedContracts of(List<ApprovedSchema> approved) {
    return new ShippedContracts(approved.stream().map(ShippedContracts::contract).toList());
  }

  private static Contract contract(ApprovedSchema approved) {
    return switch (Candidate.of(approved.json())) {
      case Outcome.Done<Candidate>(Candidate schema) ->
          new Contract(new SubjectName(approved.type()), approved.revision(), schema);
      case Outcome.Refused<Candidate>(Refusal refusal) ->
          throw new IllegalStateException(
              "released schema "
                  + approved.type()
                  + " revision "
                  + approved.revision()
                  + ": "
                  + refusal.sentence());
    };
  }

  /// The subjects of the contracts.
  public Set<SubjectName> subjects() {
    return contracts.stream().map(Contract::subject).collect(Collectors.toUnmodifiableSet());
  }

  /// What has to be written so that the registry has every revision and keeps every contract fully
  /// compatible. A revision whose number is taken by other content is left alone; see
  /// [#differing(Catalogue)].
  public Decision<Integer> missing(Catalogue catalogue) {
    List<CatalogueRecord> records = new ArrayList<>();
    Catalogue state = catalogue;
    for (Contract contract : contracts) {
      List<CatalogueRecord> more = missing(state, contract);
      records.addAll(more);
      state = state.with(more);
    }
    return records.isEmpty()
        ? new Decision.Keep<>(0)
        : new Decision.Change<>(records, records.size());
  }

  private static List<CatalogueRecord> missing(Catalogue catalogue, Contract contract) {
    List<CatalogueRecord> records = new ArrayList<>();
    Optional<SubjectName> subject = Optional.of(contract.subject());
    if (!catalogue.ownLevel(subject).equals(Optional.of(Catalogue.DEFAULT_LEVEL))) {
      records.add(new CatalogueRecord.LevelSet(subject, Catalogue.DEFAULT_LEVEL));
    }
    Optional<SubjectVersion> stored = stored(catalogue, contract);
    boolean active = stored.map(SubjectVersion::active).orElse(false);
    if (!active && !differs(catalogue, contract)) {
      records.addAll(
          Registrar.records(catalogue, contract.subject(), contract.revision(), contract.schema()));
    }
    return records;
  }

  /// Revisions that the registry has with other content than this build, e.g.
  /// `northwind.eld.v1.Telemetry revision 2`. There is none unless two builds were released with
  /// different contracts under one revision.
  public List<String> differing(Catalogue catalogue) {
    return contracts.stream()
        .filter(contract -> differs(catalogue, contract))
        .map(contract -> contract.subject() + " revision " + contract.revision())
        .toList();
  }

  private static Optional<SubjectVersion> stored(Catalogue catalogue, Contract contract) {
    return catalogue.history(contract.subject()).all().stream()
        .filter(version -> version.version() == contract.revision())
        .findFirst();
  }

  private static boolean differs(Catalogue catalogue, Contract contract) {
    Optional<Integer> id = catalogue.idOf(contract.schema().fingerprint());
    return stored(catalogue, contract)
        .map(version -> !Optional.of(version.id()).equals(id))
        .orElse(false);
  }
}
