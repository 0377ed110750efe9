package com.northwind.dispatch.contractrules.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.northwind.dispatch.contractrules.Checkout;
import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.descriptor.ContractReader;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSamplesTest {
  private static final String STATE = "northwind.depot.v1.GateState";
  private static final String DATA =
      """
      {"gateId": "G-1", "since": "2026-11-22T05:00:00Z"}""";

  @TempDir private Path root = Path.of("");

  private Checkout checkout;

  @BeforeEach
  void release() {
    checkout = Checkout.released(root, Fixture.depot());
  }

  @Test
  void dataOrAWholeRecordMayBeKept() {
    keep(STATE + "/1/data.json", DATA);
    keep(STATE + "/1/record.json", record(1));

    KeptSamples samples = samples();

    assertEquals(List.of(), samples.problems());
    assertEquals(
        List.of("northwind.depot.v1.GatePassed@1", "northwind.depot.v2.GateState@1"),
        samples.revisionsWithout().stream().map(SchemaId::toString).toList());
  }

  @Test
  void aSampleThatDoesNotObeyItsRevisionIsNamedWithThePlace() {
    keep(STATE + "/1/bad.json", "{\"gateId\": \"G-1\", \"since\": \"noon\"}");

    assertProblem(
        "contracts/samples/northwind.depot.v1.GateState/1/bad.json does not obey northwind.depot.v1.GateState@1: /since: ");
  }

  @Test
  void aSampleOfNoRevisionIsNamed() {
    keep(STATE + "/7/data.json", DATA);

    assertProblem("belongs to no released revision");
  }

  @Test
  void aSampleOutOfPlaceIsNamed() {
    keep(STATE + "/data.json", DATA);

    assertProblem("belongs to no released revision");
  }

  @Test
  void aRecordOfAnotherRevisionIsNamed() {
    keep(STATE + "/1/record.json", record(2));

    assertProblem("says dataschema 'urn:northwind:schema:northwind.depot.v1.GateState:2'");
  }

  @Test
  void aSampleThatIsNoJsonIsNamed() {
    keep(STATE + "/1/data.json", "{");

    assertProblem("is no JSON");
  }

  @Test
  void anOldSampleIsAlsoHeldAgainstWhatTheProtobufFilesSayNow() {
    String gate =
        """
        {"gateId": "G-1", "way": "WAY_IN", "passedTime": "2026-11-22T05:00:00Z", "axles": 3}""";
    keep("northwind.depot.v1.GatePassed/1/data.json", gate);
    checkout.put(
        Fixture.depot()
            .withGates(
                file ->
                    file.getMessageTypeBuilder(0)
                        .getFieldBuilder(4)
                        .setType(FieldDescriptorProto.Type.TYPE_STRING)));

    assertProblem("does not obey northwind.depot.v1.GatePassed@2: /axles");
  }

  private void keep(String name, String text) {
    checkout.write(checkout.paths().samples().resolve(name), text);
  }

  private static String record(int revision) {
    return """
    {"specversion": "1.0", "id": "1", "type": "%s", "dataschema": "%s", "data": %s}"""
        .formatted(STATE, new SchemaId(STATE, revision).urn(), DATA);
  }

  private KeptSamples samples() {
    Contracts contracts = ContractReader.read(checkout.paths().descriptors());
    return KeptSamples.check(checkout.paths(), checkout.approved(), contracts);
  }

  private void assertProblem(String part) {
    List<String> problems = samples().problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains(part), problems.get(0));
  }
}
