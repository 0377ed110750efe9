package com.northwind.dispatch.contracts.release;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.check.CheckReport;
import com.northwind.dispatch.contractrules.check.ContractCheck;
import com.northwind.dispatch.contractrules.check.TypeVerdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The build's own gate: what `./northwind contracts check` says, and that nothing unreleased
/// ships.
class ReleasedContractsTest {
  private final CheckReport report = ContractCheck.of(Path.of("..").toAbsolutePath()).run();

  @Test
  void theContractsHold() {
    assertTrue(report.isClean(), report::text);
  }

  @Test
  void everyTypeThatShipsIsReleasedAsTheProtobufFilesSay() {
    assertTrue(
        report.types().stream().allMatch(TypeVerdict.Unchanged.class::isInstance),
        () -> report.text() + "\n./northwind contracts approve releases what has changed.");
  }
}
