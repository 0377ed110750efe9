package com.northwind.dispatch.contractrules.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.Checkout;
import com.northwind.dispatch.contractrules.Fixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgainstCommitTest {
  @TempDir private Path root = Path.of("");

  private Checkout checkout;

  @BeforeEach
  void commit() {
    checkout = Checkout.released(root, Fixture.depot());
    checkout.git("init", "-q");
    checkout.git("add", ".");
    checkout.git("commit", "-q", "-m", "first");
  }

  @Test
  void whatWasReleasedThereHolds() {
    assertEquals(List.of(), against("HEAD").problems());
  }

  @Test
  void growthHoldsAgainstWhatWasReleasedThere() {
    checkout.put(Fixture.depot().withBooth());
    checkout.approve();

    assertTrue(against("main").isClean(), against("main").text());
  }

  /// Whoever edits a released file and its hash fools the lock, not the other commit.
  @Test
  void aReleaseThatWasWrittenAnewIsFound() {
    String lock = "lock.json";
    String released = checkout.read(checkout.approvedFile(lock));
    checkout.put(Fixture.depot().withoutField("axles"));
    checkout.approvedFiles().forEach(name -> checkout.delete(checkout.approvedFile(name)));
    checkout.approve();
    assertEquals(List.of(), ContractCheck.of(root).run().problems());
    assertTrue(!released.equals(checkout.read(checkout.approvedFile(lock))));

    CheckReport report = against("HEAD");

    assertTrue(
        report.problems().stream()
            .anyMatch(
                problem ->
                    problem
                            .about()
                            .equals("contracts/approved/northwind.depot.v1.GatePassed/1.json")
                        && problem.explanation().startsWith("differs from what was released")),
        report.text());
    assertInstanceOf(TypeVerdict.Refused.class, report.types().get(0));
  }

  @Test
  void aReleaseThatIsGoneIsFound() {
    checkout.put(Fixture.depot().withoutFile("northwind/depot/v2/gate_state.proto"));
    checkout.approvedFiles().forEach(name -> checkout.delete(checkout.approvedFile(name)));
    checkout.approve();

    CheckReport report = against("HEAD");

    assertTrue(
        report.problems().stream()
            .anyMatch(
                problem ->
                    problem.explanation().startsWith("released at the other commit and missing")),
        report.text());
    assertInstanceOf(TypeVerdict.Vanished.class, report.types().get(2));
  }

  @Test
  void aNameThatGitDoesNotKnowIsASentence() {
    var e = assertThrows(UnusableReferenceException.class, () -> against("no-such-branch"));

    assertEquals(
        "git knows no commit 'no-such-branch': give a branch, a tag or a hash that this checkout has (`git fetch` brings"
            + " those of others)",
        e.getMessage());
  }

  @Test
  void aNameThatLooksLikeAnOptionIsOnlyAName() {
    assertThrows(UnusableReferenceException.class, () -> against("--version"));
  }

  @Test
  void aDirectoryThatIsNoCheckoutIsASentence(@TempDir Path elsewhere) {
    Checkout.released(elsewhere, Fixture.depot());

    var e =
        assertThrows(
            UnusableReferenceException.class,
            () -> ContractCheck.of(elsewhere).against("HEAD").run());

    assertTrue(String.valueOf(e.getMessage()).contains("is no git checkout"), e.getMessage());
  }

  private CheckReport against(String reference) {
    return ContractCheck.of(root).against(reference).run();
  }
}
