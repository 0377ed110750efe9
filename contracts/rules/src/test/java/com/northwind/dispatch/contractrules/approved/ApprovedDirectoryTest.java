package com.northwind.dispatch.contractrules.approved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.Checkout;
import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.check.Approval;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedDirectoryTest {
  private static final String GATE = "northwind.depot.v1.GatePassed/1.json";

  @TempDir private Path root = Path.of("");

  private Checkout checkout;

  @BeforeEach
  void release() {
    checkout = Checkout.released(root, Fixture.depot());
  }

  @Test
  void releasedFilesAreInTheLock() {
    assertEquals(List.of(), checkout.approved().problems());
    assertEquals(
        List.of(
            "lock.json",
            GATE,
            "northwind.depot.v1.GateState/1.json",
            "northwind.depot.v2.GateState/1.json"),
        checkout.approvedFiles());
    assertTrue(
        checkout
            .read(checkout.approvedFile("lock.json"))
            .startsWith(
                """
                {
                  "northwind.depot.v1.GatePassed": {
                    "1": "sha256:"""));
  }

  @Test
  void anEditedFileIsNamedWithTheWayOut() {
    Path file = checkout.approvedFile(GATE);
    checkout.write(file, checkout.read(file).replace("60000.5", "70000"));

    assertEquals(
        List.of(
            "contracts/approved/northwind.depot.v1.GatePassed/1.json was edited, but a released revision never changes:"
                + " records and caches refer to it. `git checkout -- contracts/approved/northwind.depot.v1.GatePassed/1.json`"
                + " brings the released one back; for a real change, change the protobuf file and run"
                + " `./northwind contracts approve`, which writes the next revision."),
        checkout.approved().problems());
  }

  @Test
  void oneByteOfWhiteSpaceIsAnEdit() {
    Path file = checkout.approvedFile(GATE);
    checkout.write(file, checkout.read(file) + "\n");

    assertProblem("was edited");
  }

  @Test
  void aMissingFileIsNamed() {
    checkout.delete(checkout.approvedFile(GATE));

    assertProblem(GATE + " is missing, but released revisions are kept");
  }

  @Test
  void aFileThatNobodyReleasedIsNamed() {
    checkout.write(checkout.approvedFile("northwind.depot.v1.GatePassed/2.json"), "{}");

    assertProblem("2.json is not in lock.json");
  }

  @Test
  void aFileWithAnotherNameIsNamed() {
    checkout.write(checkout.approvedFile("notes.txt"), "hello");

    assertProblem("notes.txt is no released schema");
  }

  @Test
  void aLockThatIsNoLockIsNamed() {
    checkout.write(checkout.approvedFile("lock.json"), "{\"a\": ");

    assertProblem("lock.json cannot be read");
  }

  @Test
  void aLockWithoutItsFirstRevisionHasAGap() {
    Path lock = checkout.approvedFile("lock.json");
    checkout.write(lock, checkout.read(lock).replaceFirst("\"1\": \"sha256", "\"2\": \"sha256"));

    List<String> problems = checkout.approved().problems();
    assertTrue(
        problems
            .get(2)
            .contains("has a gap in the revisions of northwind.depot.v1.GatePassed: [2]"),
        problems.toString());
  }

  @Test
  void withoutALockNothingIsReleased() {
    checkout.delete(checkout.approvedFile("lock.json"));

    assertEquals(3, checkout.approved().problems().size());
    assertEquals(List.of(), checkout.approved().types());
  }

  @Test
  void aSecondApprovalFindsNothingToDo() {
    String lock = checkout.read(checkout.approvedFile("lock.json"));

    assertEquals(new Approval.NothingNew(), checkout.approve());
    assertEquals(lock, checkout.read(checkout.approvedFile("lock.json")));
  }

  @Test
  void growthBecomesTheNextRevisionAndLeavesTheFirstAlone() {
    String first = checkout.read(checkout.approvedFile(GATE));
    checkout.put(Fixture.depot().withBooth());

    var released = (Approval.Released) checkout.approve();

    assertEquals(1, released.schemas().size());
    assertEquals("northwind.depot.v1.GatePassed@2", released.schemas().get(0).id().toString());
    assertEquals(first, checkout.read(checkout.approvedFile(GATE)));
    assertTrue(
        checkout
            .read(checkout.approvedFile("northwind.depot.v1.GatePassed/2.json"))
            .contains("The booth beside the gate."));
    assertEquals(List.of(), checkout.approved().problems());
  }

  @Test
  void onlyTheNextRevisionCanBeWritten() {
    ApprovedDirectory before = checkout.approved();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            Release.write(
                checkout.paths(),
                before,
                List.of(new ApprovedSchema("northwind.depot.v1.GatePassed", 1, "{}"))));
  }

  private void assertProblem(String part) {
    List<String> problems = checkout.approved().problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains(part), problems.get(0));
  }
}
