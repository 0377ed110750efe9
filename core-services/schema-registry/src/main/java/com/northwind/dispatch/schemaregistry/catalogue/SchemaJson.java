package com.northwind.dispatch.schemaregistry.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.northwind.dispatch.contractrules.document.Canonical;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Registered schemas as JSON. They were checked when they came in and are only read here: a build
/// with stricter rules must not lose what an earlier one took.
public final class SchemaJson {
  private static final ObjectMapper EXACT_NUMBERS =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private SchemaJson() {}

  /// The text as a tree.
  ///
  /// @throws IllegalArgumentException when it is not JSON
  public static JsonNode parse(String text) {
    try {
      return EXACT_NUMBERS.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the schema is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /// Tells content apart, whatever its white space and the order of its keys: `sha256:` and 64
  /// hexadecimal digits.
  public static String fingerprint(JsonNode schema) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Canonical.text(schema).getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
