package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Reads text as JSON, strictly: one value, no duplicate keys, bounded in size and nesting,
/// decimals exact.
sealed interface StrictJson {
  /// More digits before or after the point than a double reaches.
  int MOST_DIGITS = 330;

  /// A JSON value.
  record Read(JsonNode json) implements StrictJson {}

  /// No JSON value; the sentence names line, column and byte.
  record Unreadable(String problem, String pointer) implements StrictJson {}

  /// Reads the text, or says why not.
  static StrictJson read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > SchemaDocument.MAX_SIZE_BYTES) {
      return new Unreadable(
          "The text has %,d bytes; at most %,d are read."
              .formatted(bytes.length, SchemaDocument.MAX_SIZE_BYTES),
          "");
    }
    if (text.isBlank()) {
      return new Unreadable("The text is empty.", "");
    }
    try (JsonParser parser = Strict.MAPPER.createParser(bytes)) {
      try {
        JsonNode json = Strict.MAPPER.readTree(parser);
        if (parser.nextToken() != null) {
          return notJson("something follows the value", parser.currentTokenLocation(), "");
        }
        return unholdable(json, "").map(StrictJson::beyondDoubles).orElse(new Read(json));
      } catch (NumberFormatException beyondDecimals) {
        return beyondDoubles(parser.getParsingContext().pathAsPointer().toString());
      } catch (StreamConstraintsException bound) {
        return bound(bound, parser);
      } catch (JsonProcessingException malformed) {
        return notJson(
            malformed.getOriginalMessage().replaceFirst(" \\(start marker at .*", ""),
            malformed.getLocation(),
            parser.getParsingContext().pathAsPointer().toString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array of bytes cannot fail to be read", impossible);
    }
  }

  /// Pointer to the first number that no double comes near, such as 1e999.
  private static Optional<String> unholdable(JsonNode value, String pointer) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      long magnitude = Math.abs((long) number.precision() - number.scale());
      return magnitude > MOST_DIGITS ? Optional.of(pointer) : Optional.empty();
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      Optional<String> found =
          unholdable(field.getValue(), Pointers.child(pointer, field.getKey()));
      if (found.isPresent()) {
        return found;
      }
    }
    if (value.isArray()) {
      int index = 0;
      for (JsonNode element : value) {
        Optional<String> found = unholdable(element, Pointers.child(pointer, index++));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static StrictJson beyondDoubles(String pointer) {
    return new Unreadable(
        "A number here is larger or smaller than readers of JSON can hold.", pointer);
  }

  private static StrictJson bound(StreamConstraintsException broken, JsonParser parser) {
    JsonLocation where = parser.currentLocation();
    if (parser.getParsingContext().getNestingDepth() >= SchemaDocument.MAX_NESTING_LEVELS) {
      return new Unreadable(
          "The text is nested deeper than %d levels at %s; no schema needs that."
              .formatted(SchemaDocument.MAX_NESTING_LEVELS, place(where)),
          "");
    }
    return notJson(broken.getOriginalMessage(), where, "");
  }

  private static StrictJson notJson(String what, JsonLocation where, String pointer) {
    return new Unreadable("The text is not JSON at %s: %s.".formatted(place(where), what), pointer);
  }

  private static String place(JsonLocation where) {
    return "line %d, column %d (byte %d)"
        .formatted(where.getLineNr(), where.getColumnNr(), where.getByteOffset());
  }

  /// The reader's settings.
  final class Strict {
    private static final JsonMapper MAPPER =
        JsonMapper.builder(
                new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(SchemaDocument.MAX_NESTING_LEVELS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Strict() {}
  }
}
