package com.northwind.dispatch.contracts.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a record says of itself, as far as it can be read: for records that break their contract.
///
/// @param id the event's id
/// @param type its type
/// @param dataschema the revision its producer wrote
public record EventAttributes(
    Optional<String> id, Optional<String> type, Optional<String> dataschema) {
  private static final JsonFactory JSON = new JsonFactory();

  /// Reads what can be read. Never throws for what the bytes hold.
  public static EventAttributes peek(byte[] record) {
    Found found = new Found();
    try (JsonParser in = JSON.createParser(record)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          found.note(in);
        }
      }
    } catch (IOException e) {
      // What came before the place where the JSON breaks is worth having.
      return found.attributes();
    }
    return found.attributes();
  }

  private static final class Found {
    private @Nullable String id;
    private @Nullable String type;
    private @Nullable String dataschema;

    void note(JsonParser in) throws IOException {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (value == JsonToken.VALUE_STRING) {
        switch (name) {
          case "id" -> id = in.getText();
          case "type" -> type = in.getText();
          case "dataschema" -> dataschema = in.getText();
          default -> {}
        }
      }
      in.skipChildren();
    }

    EventAttributes attributes() {
      return new EventAttributes(
          Optional.ofNullable(id), Optional.ofNullable(type), Optional.ofNullable(dataschema));
    }
  }
}
