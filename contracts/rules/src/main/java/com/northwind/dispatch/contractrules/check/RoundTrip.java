package com.northwind.dispatch.contractrules.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import com.northwind.dispatch.contractrules.sample.SampleRecord;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import com.northwind.dispatch.contractrules.schema.SchemaValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Holds made records against schemas: what the rules say on paper, tried with data.
final class RoundTrip {
  private final Contracts contracts;
  private final SchemaValidator envelope;

  /// @param envelope the schema of the envelope
  RoundTrip(Contracts contracts, JsonNode envelope) {
    this.contracts = contracts;
    this.envelope = new SchemaValidator(envelope);
  }

  /// A record made of the current schema against that schema and, where the type did not break,
  /// against every released revision; and a record made of each of those against the current
  /// schema.
  List<Problem> check(
      CurrentSchema current, SortedMap<Integer, JsonNode> revisions, boolean isCompatible) {
    List<Problem> problems = new ArrayList<>();
    JsonNode record = SampleRecord.of(current.json(), contracts);
    JsonNode made = record.path("data");
    add(
        problems,
        current.id(),
        "the record made of its examples breaks the envelope",
        envelope.problems(record));
    SchemaValidator validator = new SchemaValidator(current.json());
    add(
        problems,
        current.id(),
        "the record made of its examples breaks it",
        validator.problems(made));
    if (isCompatible) {
      for (Map.Entry<Integer, JsonNode> revision : revisions.entrySet()) {
        SchemaId older = new SchemaId(current.id().type(), revision.getKey());
        add(
            problems,
            older,
            "readers of it refuse a record of the protobuf files as they are now",
            new SchemaValidator(revision.getValue()).problems(made));
        add(
            problems,
            older,
            "its records are refused by the protobuf files as they are now",
            validator.problems(SampleRecord.dataOf(revision.getValue())));
      }
    }
    return problems;
  }

  private static void add(
      List<Problem> problems, SchemaId about, String what, List<String> broken) {
    if (!broken.isEmpty()) {
      problems.add(
          new Problem(
              about.toString(),
              what
                  + ": "
                  + String.join("; ", broken)
                  + ". Correct the examples in the protobuf file."));
    }
  }
}
