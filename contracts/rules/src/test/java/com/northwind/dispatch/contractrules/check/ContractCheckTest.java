package com.northwind.dispatch.contractrules.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.northwind.dispatch.contractrules.Checkout;
import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.descriptor.UnreadableContractsException;
import com.northwind.dispatch.contractrules.diff.SchemaChange;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCheckTest {
  private static final String GATE = "northwind.depot.v1.GatePassed";

  @TempDir private Path root = Path.of("");

  private Checkout checkout;

  @BeforeEach
  void release() {
    checkout = Checkout.released(root, Fixture.depot());
  }

  @Test
  void releasedContractsHold() {
    CheckReport report = check();

    assertEquals(List.of(), report.problems());
    assertEquals(
        List.of(
            "no sample is kept in contracts/samples of northwind.depot.v1.GatePassed@1,"
                + " northwind.depot.v1.GateState@1, northwind.depot.v2.GateState@1."),
        report.notes());
    assertTrue(report.text().endsWith("3 event types, none changed. The contracts hold.\n"));
  }

  @Test
  void whatIsNotReleasedYetHoldsAndIsNoted() {
    Checkout fresh = new Checkout(root.resolve("fresh"), Fixture.depot());

    CheckReport report = ContractCheck.of(root.resolve("fresh")).run();

    assertTrue(report.isClean());
    assertInstanceOf(TypeVerdict.New.class, report.types().get(0));
    assertTrue(report.notes().get(0).startsWith("3 types are not released"), report.text());
    assertEquals(List.of(), fresh.approvedFiles());
  }

  @Test
  void anOptionalFieldIsGrowthAndNamesWhoReads() {
    checkout.put(Fixture.depot().withBooth());

    CheckReport report = check();

    assertTrue(report.isClean(), report.text());
    var grew = (TypeVerdict.Grew) verdict(report);
    assertEquals(2, grew.next().revision());
    assertEquals(List.of("yard", "billing"), grew.readers());
    assertEquals(
        List.of(
            "+ /properties/booth {\"description\":\"The booth beside the gate.\",\"type\":\"string\"}"),
        grew.changes().stream().map(SchemaChange::line).toList());
  }

  @Test
  void aRemovedFieldIsRefusedWithPointerRuleFragmentsAndWaysOut() {
    checkout.put(Fixture.depot().withoutField("axles"));

    CheckReport report = check();

    var refused = (TypeVerdict.Refused) verdict(report);
    String explanation = refused.refusals().get(0).explanation();
    assertTrue(explanation.contains("/properties/axles"), explanation);
    assertTrue(explanation.contains("PROPERTY_REMOVED"), explanation);
    assertTrue(explanation.contains("\"x-unit\":\"1\""), explanation);
    assertTrue(explanation.contains("instead"), explanation);
    assertFalse(report.isClean());
    assertTrue(report.text().contains("read by yard, billing"), report.text());
  }

  @Test
  void aBreakWithAnOldRevisionIsFoundThroughANewerOne() {
    checkout.put(Fixture.depot().withBooth());
    checkout.approve();
    checkout.put(Fixture.depot().withoutField("axles"));

    var refused = (TypeVerdict.Refused) verdict(check());

    assertTrue(
        refused.refusals().stream().anyMatch(refusal -> refusal.revisions().equals(List.of(2, 1))),
        refused.toString());
    assertTrue(
        refused.refusals().stream().anyMatch(refusal -> refusal.revisions().equals(List.of(2))),
        refused.toString());
  }

  @Test
  void anotherUnitIsRefusedBothWays() {
    checkout.put(
        Fixture.depot()
            .withGates(
                file -> {
                  FieldDescriptorProto.Builder weight =
                      file.getMessageTypeBuilder(0).getFieldBuilder(3);
                  weight.setName("weight_t").setJsonName("weightT");
                }));

    assertInstanceOf(TypeVerdict.Refused.class, verdict(check()));
  }

  @Test
  void anotherTopicOrKeyIsRefused() {
    checkout.put(Fixture.depot().withTopic("depot.doors", List.of("yard"), 1));

    var refused = (TypeVerdict.Refused) verdict(check());

    assertTrue(
        refused.refusals().get(0).explanation().startsWith("The topic of the type changed"),
        refused.toString());
  }

  @Test
  void aReleasedTypeThatVanishedIsRefused() {
    checkout.put(Fixture.depot().withoutFile("northwind/depot/v2/gate_state.proto"));

    CheckReport report = check();

    assertEquals(
        new TypeVerdict.Vanished("northwind.depot.v2.GateState", List.of(1), List.of("yard")),
        report.types().get(2));
    assertTrue(report.problems().get(0).explanation().contains("Restore the message"));
  }

  @Test
  void aBreachOfTheRulesIsAProblemWithItsPlace() {
    checkout.put(edit(field -> field.setType(FieldDescriptorProto.Type.TYPE_INT64), 4));

    assertTrue(
        check().problems().stream()
            .anyMatch(
                problem ->
                    problem
                            .about()
                            .startsWith(
                                "contracts/src/main/protobuf/northwind/depot/v1/gates.proto:")
                        && problem.explanation().contains("64-bit")),
        check().text());
  }

  @Test
  void anEditedReleaseIsAProblem() {
    Path file = checkout.approvedFile(GATE + "/1.json");
    checkout.write(file, "{}\n");

    assertTrue(check().problems().stream().anyMatch(p -> p.explanation().contains("was edited")));
  }

  @Test
  void aReleaseThatIsNoJsonIsAProblemAndNotAFailure() {
    checkout.write(checkout.approvedFile(GATE + "/1.json"), "oops");

    assertTrue(check().problems().stream().anyMatch(p -> p.explanation().contains("is no JSON")));
  }

  @Test
  void nothingIsReleasedWhileTheContractsDoNotHold() {
    checkout.put(Fixture.depot().withBooth().withoutFile("northwind/depot/v2/gate_state.proto"));

    assertInstanceOf(Approval.Refused.class, checkout.approve());
    assertEquals(4, checkout.approvedFiles().size());
  }

  @Test
  void documentsThatSayAnotherThingAreOnlyNoted() {
    checkout.write(checkout.paths().docs().resolve("index.html"), "old");

    CheckReport report = check();

    assertTrue(report.isClean());
    assertTrue(report.notes().stream().anyMatch(note -> note.contains("contracts docs")));
  }

  @Test
  void contractsThatWereNotBuiltAreASentence() {
    checkout.delete(checkout.paths().descriptors());

    var e = assertThrows(UnreadableContractsException.class, this::check);

    assertTrue(String.valueOf(e.getMessage()).contains("./northwind verify"), e.getMessage());
  }

  private CheckReport check() {
    return ContractCheck.of(root).run();
  }

  private static TypeVerdict verdict(CheckReport report) {
    return report.types().stream()
        .filter(type -> type.type().equals(GATE))
        .findFirst()
        .orElseThrow();
  }

  private static Fixture edit(Consumer<FieldDescriptorProto.Builder> change, int field) {
    return Fixture.depot()
        .withGates(file -> change.accept(file.getMessageTypeBuilder(0).getFieldBuilder(field)));
  }
}
