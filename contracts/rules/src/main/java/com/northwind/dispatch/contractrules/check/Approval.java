package com.northwind.dispatch.contractrules.check;

import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.approved.Release;
import com.northwind.dispatch.contractrules.descriptor.ContractReader;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import java.util.List;

/// Releases what grew: writes the next revision of every type whose schema differs from its newest
/// one.
public sealed interface Approval {
  /// The contracts do not hold, so nothing was written.
  record Refused(CheckReport report) implements Approval {}

  /// Every type was released before; nothing was written.
  record NothingNew() implements Approval {}

  /// Written, in the order of types.
  record Released(List<ApprovedSchema> schemas) implements Approval {
    public Released {
      schemas = List.copyOf(schemas);
    }
  }

  /// Checks the contracts and, when they hold, releases what is new.
  static Approval run(ContractPaths paths) {
    CheckReport report = ContractCheck.of(paths).run();
    if (!report.isClean()) {
      return new Refused(report);
    }
    ApprovedDirectory approved = ApprovedDirectory.read(paths);
    List<ApprovedSchema> fresh =
        CurrentSchema.all(ContractReader.read(paths.descriptors()), approved).stream()
            .filter(current -> !current.isReleased())
            .map(
                current ->
                    new ApprovedSchema(
                        current.id().type(), current.id().revision(), current.text()))
            .toList();
    if (fresh.isEmpty()) {
      return new NothingNew();
    }
    Release.write(paths, approved, fresh);
    return new Released(fresh);
  }
}
