package com.northwind.dispatch.contractrules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.descriptor.ContractReader;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.Topic;
import com.northwind.dispatch.contractrules.diff.SchemaDiff;
import com.northwind.dispatch.contractrules.docs.ContractDocuments;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.files.Envelope;
import com.northwind.dispatch.contractrules.lint.Finding;
import com.northwind.dispatch.contractrules.lint.Lint;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import com.northwind.dispatch.contractrules.sample.KeptSamples;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Checks the contracts of a checkout. It reads the descriptor set, the released files and the kept
/// samples, and writes nothing.
///
/// ```java
/// CheckReport report = ContractCheck.of(root).run();
/// assertEquals(List.of(), report.problems());
/// ```
public final class ContractCheck {
  private final ContractPaths paths;
  private final Optional<String> reference;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private ContractCheck(ContractPaths paths, Optional<String> reference) {
    this.paths = paths;
    this.reference = reference;
  }

  /// A check of the checkout under a root, everything at its usual place.
  public static ContractCheck of(Path root) {
    return of(ContractPaths.under(root));
  }

  /// A check of contracts that lie elsewhere.
  public static ContractCheck of(ContractPaths paths) {
    return new ContractCheck(paths, Optional.empty());
  }

  /// The same check, also against what was released at another commit: a branch, tag or hash.
  public ContractCheck against(String gitReference) {
    return new ContractCheck(paths, Optional.of(gitReference));
  }

  /// Runs the check.
  ///
  /// @throws com.northwind.dispatch.contractrules.descriptor.UnreadableContractsException when
  ///   there is no descriptor set
  /// @throws UnusableReferenceException when the other commit cannot be read
  public CheckReport run() {
    Contracts contracts = ContractReader.read(paths.descriptors());
    for (Finding finding : Lint.check(contracts)) {
      problems.add(
          new Problem(
              paths.shownProtobuf(finding.place().toString()),
              finding.subject() + " " + finding.problem() + ". " + finding.wayOut()));
    }
    ApprovedDirectory approved = ApprovedDirectory.read(paths);
    approved.problems().forEach(problem -> problems.add(new Problem("released files", problem)));
    Baseline baseline =
        reference
            .map(name -> Baseline.of(approved, paths, GitCommit.find(paths.root(), name)))
            .orElseGet(() -> Baseline.of(approved));
    problems.addAll(baseline.problems());
    List<TypeVerdict> types = judgeTypes(contracts, approved, baseline);
    noteUnreleased(types);
    checkSamples(approved, contracts);
    if (!ContractDocuments.of(contracts, approved, paths).areCurrent()) {
      notes.add(
          paths.shown(paths.docs())
              + " is not what the protobuf files say now: `./northwind contracts docs` writes it anew.");
    }
    return new CheckReport(types, problems, notes);
  }

  private void noteUnreleased(List<TypeVerdict> types) {
    long count =
        types.stream()
            .filter(type -> type instanceof TypeVerdict.New || type instanceof TypeVerdict.Grew)
            .count();
    if (count > 0) {
      notes.add(
          count
              + (count == 1 ? " type is" : " types are")
              + " not released as the protobuf files say now: `./northwind contracts approve` releases what holds.");
    }
  }

  private List<TypeVerdict> judgeTypes(
      Contracts contracts, ApprovedDirectory approved, Baseline baseline) {
    List<TypeVerdict> types = new ArrayList<>();
    RoundTrip roundTrip = new RoundTrip(contracts, Envelope.schema(paths));
    for (CurrentSchema current : CurrentSchema.all(contracts, approved)) {
      SortedMap<Integer, JsonNode> revisions = baseline.revisions(current.id().type());
      TypeVerdict verdict = judge(current, revisions, readers(contracts, current.json()));
      types.add(verdict);
      if (verdict instanceof TypeVerdict.Refused refused) {
        refused.refusals().forEach(refusal -> problems.add(refusal.of(refused.type())));
      }
      problems.addAll(
          roundTrip.check(current, revisions, !(verdict instanceof TypeVerdict.Refused)));
    }
    for (String type : baseline.types()) {
      if (contracts.event(type).isEmpty()) {
        types.add(vanished(type, baseline.revisions(type), contracts));
      }
    }
    return types;
  }

  private static TypeVerdict judge(
      CurrentSchema current, SortedMap<Integer, JsonNode> revisions, List<String> readers) {
    if (revisions.isEmpty()) {
      return new TypeVerdict.New(current.id(), readers);
    }
    List<Refusal> refusals = Refusal.of(revisions, current.json());
    if (!refusals.isEmpty()) {
      return new TypeVerdict.Refused(current.id(), refusals, readers);
    }
    return current.isReleased()
        ? new TypeVerdict.Unchanged(current.id())
        : new TypeVerdict.Grew(
            current.id(),
            SchemaDiff.between(revisions.lastEntry().getValue(), current.json()),
            readers);
  }

  private TypeVerdict vanished(
      String type, SortedMap<Integer, JsonNode> revisions, Contracts contracts) {
    problems.add(
        new Problem(
            type,
            "it is released, but no protobuf file defines it as an event any more, and its records are still on the"
                + " topic. Restore the message; a new version of it says so with the option replaces."));
    return new TypeVerdict.Vanished(
        type,
        List.copyOf(revisions.keySet()),
        readers(contracts, revisions.lastEntry().getValue()));
  }

  /// Readers of the topic, who are to be told.
  private static List<String> readers(Contracts contracts, JsonNode schema) {
    return contracts.topic(schema.path("x-topic").asText()).map(Topic::readBy).orElse(List.of());
  }

  private void checkSamples(ApprovedDirectory approved, Contracts contracts) {
    KeptSamples samples = KeptSamples.check(paths, approved, contracts);
    samples.problems().forEach(problem -> problems.add(new Problem("kept samples", problem)));
    List<SchemaId> bare = samples.revisionsWithout();
    if (!bare.isEmpty()) {
      notes.add(
          "no sample is kept in "
              + paths.shown(paths.samples())
              + " of "
              + bare.stream().map(SchemaId::toString).collect(Collectors.joining(", "))
              + ".");
    }
  }
}
