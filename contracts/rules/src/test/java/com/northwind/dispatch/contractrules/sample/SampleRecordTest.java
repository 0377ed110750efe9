package com.northwind.dispatch.contractrules.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.Fixture;
import com.northwind.dispatch.contractrules.Golden;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.schema.SchemaGenerator;
import com.northwind.dispatch.contractrules.schema.SchemaValidator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRecordTest {
  private static final Contracts CONTRACTS = Fixture.depot().contracts();

  @Test
  void aRecordIsMadeOfTheExamples() {
    Golden.check(
        "sample.json",
        JsonText.pretty(SampleRecord.of(schema("northwind.depot.v1.GatePassed"), CONTRACTS)));
  }

  @ParameterizedTest
  @CsvSource({
    "northwind.depot.v1.GatePassed",
    "northwind.depot.v1.GateState",
    "northwind.depot.v2.GateState"
  })
  void itsDataObeysTheSchema(String type) {
    JsonNode schema = schema(type);

    assertEquals(List.of(), new SchemaValidator(schema).problems(SampleRecord.dataOf(schema)));
  }

  private static JsonNode schema(String type) {
    return new SchemaGenerator(CONTRACTS).schema(Fixture.event(CONTRACTS, type), 3);
  }
}
