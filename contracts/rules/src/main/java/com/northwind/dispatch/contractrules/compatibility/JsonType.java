package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The types of JSON Schema. A set of them never holds both [#INTEGER] and [#NUMBER]: every integer
/// is a number.
enum JsonType {
  NULL,
  BOOLEAN,
  INTEGER,
  NUMBER,
  STRING,
  ARRAY,
  OBJECT;

  /// Every value has one of these.
  static Set<JsonType> all() {
    return EnumSet.complementOf(EnumSet.of(INTEGER));
  }

  /// What a `type` keyword says, a text or a list of texts.
  static Set<JsonType> named(JsonNode keyword) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    if (keyword.isArray()) {
      for (JsonNode each : keyword) {
        byName(each.asText()).ifPresent(types::add);
      }
    } else {
      byName(keyword.asText()).ifPresent(types::add);
    }
    if (types.contains(NUMBER)) {
      types.remove(INTEGER);
    }
    return types;
  }

  /// The type of a value.
  static JsonType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      case STRING, BINARY, POJO -> STRING;
      case BOOLEAN -> BOOLEAN;
      case NULL, MISSING -> NULL;
      case NUMBER -> value.decimalValue().stripTrailingZeros().scale() <= 0 ? INTEGER : NUMBER;
    };
  }

  /// The types of values that have a type of both sets.
  static Set<JsonType> both(Set<JsonType> one, Set<JsonType> other) {
    Set<JsonType> both = EnumSet.noneOf(JsonType.class);
    for (JsonType type : one) {
      if (type.isIn(other)) {
        both.add(type);
      }
    }
    for (JsonType type : other) {
      if (type.isIn(one)) {
        both.add(type);
      }
    }
    if (both.contains(NUMBER)) {
      both.remove(INTEGER);
    }
    return both;
  }

  /// Whether all values of this type have a type of the set.
  boolean isIn(Set<JsonType> types) {
    return types.contains(this) || (this == INTEGER && types.contains(NUMBER));
  }

  boolean isNumeric() {
    return this == INTEGER || this == NUMBER;
  }

  /// The set in words, such as `string or null`.
  static String words(Set<JsonType> types) {
    if (types.equals(all())) {
      return "a value of any type";
    }
    return types.isEmpty()
        ? "nothing"
        : types.stream().map(JsonType::toString).collect(Collectors.joining(" or "));
  }

  private static Optional<JsonType> byName(String name) {
    for (JsonType type : values()) {
      if (type.toString().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// The name as schemas write it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
