package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// A version of JSON Schema, told by `$schema`.
public enum Dialect {
  /// Draft 4: `id`, and boolean `exclusiveMinimum` and `exclusiveMaximum`.
  DRAFT_4("http://json-schema.org/draft-04/schema"),
  /// Draft 6.
  DRAFT_6("http://json-schema.org/draft-06/schema"),
  /// Draft 7.
  DRAFT_7("http://json-schema.org/draft-07/schema"),
  /// 2019-09: what stands beside a `$ref` counts, too.
  DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema"),
  /// 2020-12: `prefixItems`; what a schema without `$schema` is read as.
  DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema");

  private final String id;

  Dialect(String id) {
    this.id = id;
  }

  /// Address of the dialect's meta-schema, without `#`.
  public String id() {
    return id;
  }

  /// Whether keywords beside a `$ref` are ignored.
  public boolean refStandsAlone() {
    return compareTo(DRAFT_7) <= 0;
  }

  /// The keyword that gives a schema its address.
  public String idKeyword() {
    return this == DRAFT_4 ? "id" : "$id";
  }

  /// The dialect a schema names, [#DRAFT_2020_12] when it names none; empty when it names one
  /// unknown here.
  public static Optional<Dialect> of(JsonNode schema) {
    JsonNode named = schema.path("$schema");
    if (!named.isTextual()) {
      return Optional.of(DRAFT_2020_12);
    }
    String wanted = plain(named.textValue());
    return Arrays.stream(values()).filter(d -> plain(d.id).equals(wanted)).findFirst();
  }

  /// The addresses of all dialects, for sentences.
  static String all() {
    return Arrays.stream(values()).map(Dialect::id).collect(Collectors.joining(", "));
  }

  /// Writers differ on `http` and `https`, and on the `#` at the end.
  private static String plain(String address) {
    String withoutHash =
        address.endsWith("#") ? address.substring(0, address.length() - 1) : address;
    return withoutHash.replaceFirst("^https?://", "");
  }
}
