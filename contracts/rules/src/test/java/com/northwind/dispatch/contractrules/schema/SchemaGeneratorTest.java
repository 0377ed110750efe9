package com.northwind.dispatch.contractrules.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.Golden;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaGeneratorTest {
  private static final Contracts CONTRACTS = Fixture.depot().contracts();
  private static final String WHOLE =
      """
      {"gateId": "G-1", "way": "WAY_OUT", "passedTime": "2026-11-22T05:41:07.25Z"}""";

  @ParameterizedTest
  @CsvSource({
    "northwind.depot.v1.GatePassed",
    "northwind.depot.v1.GateState",
    "northwind.depot.v2.GateState"
  })
  void theSchemaOfAnEventIsTheApprovedOne(String type) {
    Golden.check(
        "schema/" + type + ".json",
        new SchemaGenerator(CONTRACTS).text(Fixture.event(CONTRACTS, type), 1));
  }

  @Test
  void theSameContractsMakeTheSameText() {
    String first = text(CONTRACTS);
    String second = text(Fixture.depot().contracts());

    assertEquals(first, second);
  }

  @Test
  void anEventWithWhatIsRequiredIsValid() {
    assertEquals(List.of(), problems(WHOLE));
  }

  @Test
  void whatTheReaderDoesNotKnowIsValid() {
    assertEquals(List.of(), problems(with("\"newer\": {\"some\": 1}")));
    assertEquals(List.of(), problems(with("\"way\": \"WAY_THROUGH\"")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "weightKg": 60000.5                | true
          "weightKg": 60000.6                | false
          "weightKg": -0.1                   | false
          "weightKg": "NaN"                  | false
          "axles": 20                        | true
          "axles": 21                        | false
          "axles": -1                        | false
          "axles": 1.5                       | false
          "offsetM": -2147483648             | true
          "offsetM": -2147483649             | false
          "open": true                       | true
          "open": "true"                     | false
          "gateId": "G-123456789012"         | false
          "gateId": "xG-1"                   | false
          "gateId": "G-1x"                   | false
          "gateId": ""                       | false
          "way": "in"                        | false
          "way": 1                           | false
          "passedTime": "yesterday"          | false
          "passedTime": "2026-11-22T05:41:07+01:00" | true
          "plates": ["A", "B"]               | true
          "plates": ["12345678901"]          | false
          "plates": "A"                      | false
          "notes": {"a": "b"}                | true
          "notes": {"a": 1}                  | false
          "seals": [{"number": "1", "beneath": [{"number": "2"}]}] | true
          "seals": [{"beneath": [{"number": "2"}]}] | false
          "waited": "1.500s"                 | true
          "waited": "1.5"                    | false
          "card": "C-1"                      | true
          "card": "C-1", "guard": {}         | false
          "card": "C-1", "transponder": "AA==" | false
          "transponder": "AA==", "guard": {} | false
          "scaleV": 1e300                    | true
          """)
  void valuesAreHeldToTheirRule(String member, boolean valid) {
    assertEquals(valid, problems(with(member)).isEmpty(), () -> problems(with(member)).toString());
  }

  @ParameterizedTest
  @CsvSource({"gateId", "way", "passedTime"})
  void whatIsRequiredIsMissed(String name) {
    var data = (ObjectNode) JsonText.parse(WHOLE);
    data.remove(name);

    assertFalse(validator().problems(data).isEmpty());
  }

  @Test
  void aNewMemberOfAOneofLeavesWhatWasSaidOfTheOthersAlone() {
    Contracts grown =
        Fixture.depot()
            .withGates(
                file -> {
                  var message = file.getMessageTypeBuilder(0);
                  message.addField(
                      message.getField(10).toBuilder()
                          .setName("badge")
                          .setJsonName("badge")
                          .setNumber(40));
                })
            .contracts();
    JsonNode before = JsonText.parse(text(CONTRACTS)).path("dependentSchemas");
    JsonNode after = JsonText.parse(text(grown)).path("dependentSchemas");

    before.properties().forEach(e -> assertEquals(e.getValue(), after.get(e.getKey())));
    assertEquals(
        "{\"properties\":{\"card\":false,\"transponder\":false,\"guard\":false}}",
        after.get("badge").toString());
  }

  private static String text(Contracts contracts) {
    return new SchemaGenerator(contracts)
        .text(Fixture.event(contracts, "northwind.depot.v1.GatePassed"), 1);
  }

  private static SchemaValidator validator() {
    return new SchemaValidator(JsonText.parse(text(CONTRACTS)));
  }

  private static List<String> problems(String data) {
    return validator().problems(JsonText.parse(data));
  }

  /// The whole event with more members, which take the place of those it has.
  private static String with(String members) {
    var data = (ObjectNode) JsonText.parse(WHOLE);
    data.setAll((ObjectNode) JsonText.parse("{" + members + "}"));
    return data.toString();
  }
}
