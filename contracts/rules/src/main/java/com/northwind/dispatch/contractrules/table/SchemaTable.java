package com.northwind.dispatch.contractrules.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.descriptor.Names;
import com.northwind.dispatch.contractrules.lint.Unit;
import com.northwind.dispatch.contractrules.schema.SchemaGenerator;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns one of our schemas into sections: the event, then every definition in the order of first
/// use.
public final class SchemaTable {
  private static final String DEFINITIONS = "#/$defs/";
  private static final double UINT32_MAX = 0xFFFF_FFFFL;

  private final JsonNode schema;
  private final List<Section> sections = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SchemaTable(JsonNode schema) {
    this.schema = schema;
  }

  /// The sections of a schema.
  public static List<Section> of(JsonNode schema) {
    SchemaTable table = new SchemaTable(schema);
    String id = schema.path("$id").asText();
    table.add(SchemaId.parse(id).map(SchemaId::type).orElse(id), schema);
    return List.copyOf(table.sections);
  }

  private void add(String name, JsonNode definition) {
    String meaning = definition.path("description").asText();
    if (definition.has("x-values")) {
      LinkedHashMap<String, String> values = new LinkedHashMap<>();
      definition
          .path("x-values")
          .properties()
          .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
      sections.add(new Section.Values(name, meaning, values));
      return;
    }
    Set<String> required = new HashSet<>();
    definition.path("required").forEach(property -> required.add(property.asText()));
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : definition.path("properties").properties()) {
      rows.add(row(property.getKey(), property.getValue(), required.contains(property.getKey())));
    }
    sections.add(new Section.Fields(name, meaning, rows));
    for (Row row : rows) {
      row.definition()
          .filter(seen::add)
          .ifPresent(next -> add(next, schema.path("$defs").path(next)));
    }
  }

  private static Row row(String name, JsonNode property, boolean isRequired) {
    JsonNode value = valueOf(property);
    Optional<String> definition =
        Optional.of(value.path("$ref").asText())
            .filter(ref -> ref.startsWith(DEFINITIONS))
            .map(ref -> ref.substring(DEFINITIONS.length()));
    String word = definition.map(Names::simple).orElseGet(() -> word(value));
    String oneof = property.path("x-oneof").asText();
    return new Row(
        name,
        property.has("items")
            ? "list of " + word
            : property.has("additionalProperties") ? "map of " + word : word,
        definition,
        unit(value),
        range(value),
        isRequired,
        value.path("examples").has(0) ? value.path("examples").get(0).toString() : "",
        property.path("description").asText()
            + (oneof.isEmpty() ? "" : " At most one of the members of " + oneof + "."));
  }

  /// The schema of one value: of an element, for a list or a map.
  private static JsonNode valueOf(JsonNode property) {
    if (property.has("items")) {
      return property.path("items");
    }
    return property.has("additionalProperties") ? property.path("additionalProperties") : property;
  }

  private static String word(JsonNode value) {
    if (isDuration(value)) {
      return "duration, e.g. 1.5s";
    }
    return switch (value.path("type").asText()) {
      case "string" ->
          value.path("format").asText().equals("date-time")
              ? "time"
              : value.has("contentEncoding") ? "bytes (base64)" : "text";
      case "boolean" -> "true or false";
      default -> value.path("type").asText();
    };
  }

  private static boolean isDuration(JsonNode value) {
    return value.path("pattern").asText().equals(SchemaGenerator.DURATION);
  }

  private static String unit(JsonNode value) {
    String code = value.path("x-unit").asText();
    return Unit.ofUcum(code).map(Unit::word).orElse(code);
  }

  private static String range(JsonNode value) {
    List<String> limits = new ArrayList<>();
    boolean isInteger = value.path("type").asText().equals("integer");
    Optional<String> min = limit(value, "minimum", isInteger ? Integer.MIN_VALUE : Double.NaN);
    Optional<String> max = limit(value, "maximum", isInteger ? Integer.MAX_VALUE : Double.NaN);
    if (min.isPresent() && max.isPresent()) {
      limits.add(min.get() + " to " + max.get());
    } else {
      min.ifPresent(number -> limits.add("≥ " + number));
      max.ifPresent(number -> limits.add("≤ " + number));
    }
    if (value.has("maxLength")) {
      limits.add("≤ " + value.path("maxLength").asText() + " characters");
    }
    if (value.has("pattern") && !isDuration(value)) {
      limits.add(value.path("pattern").asText().replaceFirst("^\\^\\(\\?:(.*)\\)\\$$", "$1"));
    }
    return String.join(", ", limits);
  }

  /// A limit, unless it is only that of the type.
  private static Optional<String> limit(JsonNode value, String keyword, double ofType) {
    JsonNode limit = value.path(keyword);
    return limit.isNumber() && limit.asDouble() != ofType && limit.asDouble() != UINT32_MAX
        ? Optional.of(limit.asText())
        : Optional.empty();
  }
}
