package com.northwind.dispatch.contractrules.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.Checkout;
import com.northwind.dispatch.contractrules.Checkout.Outcome;
import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.Golden;
import com.northwind.dispatch.contractrules.json.JsonText;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsCommandTest {
  @TempDir private Path root = Path.of("");

  private Checkout checkout;

  @BeforeEach
  void release() {
    checkout = Checkout.released(root, Fixture.depot());
  }

  @Test
  void listShowsEveryType() {
    checkout.put(Fixture.depot().withBooth());

    assertPrints("list.txt", 0, checkout.run("list"));
  }

  @Test
  void showIsATableOfFields() {
    assertPrints("show.txt", 0, checkout.run("show", "GatePassed"));
  }

  @Test
  void showTellsWhatATypeReplaces() {
    assertTrue(
        checkout
            .run("show", "v2.GateState@1")
            .out()
            .startsWith(
                """
                northwind.depot.v2.GateState@1
                topic depot.states, key gateId, replaces northwind.depot.v1.GateState
                """));
  }

  @Test
  void showWithJsonPrintsTheReleasedBytes() {
    checkout.put(Fixture.depot().withBooth());

    assertEquals(
        checkout.read(checkout.approvedFile("northwind.depot.v1.GatePassed/1.json")),
        checkout.run("show", "--json", "GatePassed@1").out());
    assertTrue(checkout.run("show", "--json", "GatePassed").out().contains("\"booth\""));
  }

  @Test
  void diffTellsWhatChangedAndWhoGetsHurt() {
    checkout.put(Fixture.depot().withBooth().withoutField("axles"));

    assertPrints("diff.txt", 0, checkout.run("diff", "GatePassed@1", "GatePassed"));
  }

  @Test
  void diffReadsFilesToo() {
    Path file = root.resolve("one.json");
    checkout.write(file, "{\"type\": \"string\"}");

    Outcome outcome = checkout.run("diff", file.toString(), "GatePassed");

    assertEquals(0, outcome.exitCode());
    assertTrue(
        outcome
            .out()
            .contains("BACKWARD (readers of the newer schema read data of the older): no"));
  }

  @Test
  void diffOfTheSameSaysSo() {
    assertTrue(
        checkout.run("diff", "GatePassed@1", "GatePassed").out().endsWith("They say the same.\n"));
  }

  @Test
  void checkOfGrowthPasses() {
    checkout.put(Fixture.depot().withBooth());

    assertPrints("check-grew.txt", 0, checkout.run("check"));
  }

  @Test
  void checkOfARemovedFieldFails() {
    checkout.put(Fixture.depot().withoutField("axles"));

    assertPrints("check-refused.txt", 1, checkout.run("check"));
  }

  @Test
  void approveWritesTheNextRevision() {
    checkout.put(Fixture.depot().withBooth());

    assertPrints("approve.txt", 0, checkout.run("approve"));
    assertEquals(
        "Nothing changed: every type is released as it is.\n", checkout.run("approve").out());
  }

  @Test
  void approveRefusesWhatDoesNotHold() {
    checkout.put(Fixture.depot().withoutField("axles"));

    Outcome outcome = checkout.run("approve");

    assertEquals(1, outcome.exitCode());
    assertEquals(
        "contracts: nothing was released, because the contracts do not hold.\n", outcome.err());
  }

  @Test
  void sampleIsARecordOfItsRevision() {
    checkout.put(Fixture.depot().withBooth());

    assertEquals(
        "urn:northwind:schema:northwind.depot.v1.GatePassed:1",
        JsonText.parse(checkout.run("sample", "GatePassed@1").out()).path("dataschema").asText());
    assertEquals(1, checkout.run("sample", "GatePassed", "--line").out().lines().count());
  }

  @Test
  void docsWithCheckOnlyLooks() {
    checkout.put(Fixture.depot().withBooth());

    Outcome looked = checkout.run("docs", "--check");

    assertEquals(1, looked.exitCode());
    assertEquals(
        "not current: docs/contracts/asyncapi.json\nnot current: docs/contracts/index.html\n",
        looked.out());
    assertEquals(0, checkout.run("docs").exitCode());
    assertEquals(0, checkout.run("docs", "--check").exitCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          show GatePasst           | there is no event type 'GatePasst'. Did you mean northwind.depot.v1.GatePassed?
          show Nothing             | there is no event type 'Nothing'; `./northwind contracts list` shows all.
          sample GateState         | 'GateState' may be northwind.depot.v1.GateState or northwind.depot.v2.GateState: say more of the name.
          show GatePassed@9        | northwind.depot.v1.GatePassed has no released revision 9: it has [1].
          show GatePassed@one      | 'one' is no revision: write northwind.depot.v1.GatePassed@1
          diff GatePassed no.json  | cannot read the file no.json: it must hold a JSON Schema.
          show                     | Missing required parameter: 'TYPE[@REVISION]'
          diff GatePassed          | Missing required parameter: 'NEWER'
          chekc                    | Unmatched argument
          check --strict           | Unknown option: '--strict'
          check --against nowhere  | is no git checkout
          """)
  void aWrongCallIsASentenceAndExitsWith2(String call, String sentence) {
    Outcome outcome = checkout.run(call.split(" "));

    assertEquals(2, outcome.exitCode(), outcome.out());
    assertTrue(outcome.err().startsWith("contracts: "), outcome.err());
    assertTrue(outcome.err().contains(sentence), outcome.err());
    assertEquals("", outcome.out());
  }

  @Test
  void contractsThatWereNotBuiltAreASentence() {
    checkout.delete(checkout.paths().descriptors());

    Outcome outcome = checkout.run("list");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().endsWith("makes it.\n"), outcome.err());
  }

  @Test
  void helpTellsTheCommandsAndNoHiddenOption() {
    Outcome outcome = checkout.run("--help");

    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().contains("approve"));
    assertTrue(!outcome.out().contains("--descriptors"), outcome.out());
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    Outcome outcome = Checkout.execute();

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().startsWith("Usage: ./northwind contracts"), outcome.err());
  }

  @Test
  void otherPlacesMayBeGiven() {
    Outcome outcome =
        Checkout.execute(
            "list",
            "--descriptors",
            checkout.paths().descriptors().toString(),
            "--approved",
            root.resolve("nowhere").toString(),
            "--samples",
            root.resolve("nowhere").toString());

    assertTrue(outcome.out().contains("none yet"), outcome.err());
  }

  private static void assertPrints(String golden, int exitCode, Outcome outcome) {
    assertEquals("", outcome.err());
    assertEquals(exitCode, outcome.exitCode(), outcome.out());
    Golden.check("command/" + golden, outcome.out());
  }
}
