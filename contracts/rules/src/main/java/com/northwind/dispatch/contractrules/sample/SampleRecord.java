package com.northwind.dispatch.contractrules.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.descriptor.Topic;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.util.List;
import java.util.Map;

/// A whole record as it stands on a topic: a CloudEvents 1.0 object whose data obeys a schema. The
/// same schema always makes the same record.
public final class SampleRecord {
  private static final String TIME = "2026-11-22T05:30:00Z";
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private SampleRecord() {}

  /// Only the data of [#of(JsonNode, Contracts)].
  public static ObjectNode dataOf(JsonNode schema) {
    return new SampleData(schema).make();
  }

  /// A record of the revision that a schema describes.
  ///
  /// @param schema one of our generated schemas
  /// @param contracts tells who writes its topic
  public static ObjectNode of(JsonNode schema, Contracts contracts) {
    ObjectNode data = dataOf(schema);
    String id = schema.path("$id").asText();
    String type = SchemaId.parse(id).map(SchemaId::type).orElse(id);
    String key = data.path(schema.path("x-key").asText()).asText("sample");
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("specversion", "1.0");
    record.put("id", "sample-" + Names.simple(type) + "-" + key);
    record.put(
        "source",
        source(
            contracts
                .topic(schema.path("x-topic").asText())
                .map(Topic::writtenBy)
                .orElse(List.of())));
    record.put("type", type);
    record.put("subject", key);
    record.put("time", time(schema, data));
    record.put("datacontenttype", "application/json");
    record.put("dataschema", id);
    record.put("partitionkey", key);
    record.put("traceparent", TRACE);
    record.set("data", data);
    return record;
  }

  private static String source(List<String> writers) {
    return writers.isEmpty() ? "/sample" : "/" + writers.get(0) + "/" + writers.get(0) + "-1";
  }

  /// The first time the event itself says.
  private static String time(JsonNode schema, ObjectNode data) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getValue().path("format").asText().equals("date-time")
          && data.has(property.getKey())) {
        return data.path(property.getKey()).asText();
      }
    }
    return TIME;
  }
}
