package com.northwind.dispatch.processkit.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What can be told of an event whose record may be broken: as much as comes before the break.
///
/// @param id its id, or empty
/// @param type its type, or empty
/// @param dataschema the revision it claims, or empty
record EnvelopePeek(String id, String type, String dataschema) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_CHARACTERS = 500;

  static EnvelopePeek into(byte @Nullable [] value) {
    String[] found = {"", "", ""};
    if (value != null) {
      try (JsonParser in = JSON.createParser(value)) {
        readAttributes(in, found);
      } catch (IOException e) {
        return new EnvelopePeek(found[0], found[1], found[2]);
      }
    }
    return new EnvelopePeek(found[0], found[1], found[2]);
  }

  private static void readAttributes(JsonParser in, String[] found) throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      if (in.nextToken() == JsonToken.VALUE_STRING) {
        switch (name) {
          case "id" -> found[0] = Failure.cut(in.getText(), MAX_CHARACTERS);
          case "type" -> found[1] = Failure.cut(in.getText(), MAX_CHARACTERS);
          case "dataschema" -> found[2] = Failure.cut(in.getText(), MAX_CHARACTERS);
          default -> {}
        }
      }
      in.skipChildren();
    }
  }
}
