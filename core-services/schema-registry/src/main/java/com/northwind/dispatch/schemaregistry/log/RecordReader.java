package com.northwind.dispatch.schemaregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.Mode;
import com.northwind.dispatch.schemaregistry.catalogue.SchemaJson;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads keys and values of Kafka as records of the log. Whatever the bytes, it answers.
final class RecordReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What reading came to.
  sealed interface Reading {
    /// A record this build knows.
    record Read(CatalogueRecord record) implements Reading {}

    /// Not a record, or not one this build knows.
    ///
    /// @param problem in one sentence
    record Unreadable(String problem) implements Reading {}
  }

  private RecordReader() {}

  static Reading read(@Nullable String key, byte @Nullable [] value) {
    try {
      JsonNode keyTree = JSON.readTree(key == null ? "" : key);
      JsonNode valueTree = value == null ? null : JSON.readTree(value);
      if (!keyTree.isObject() || (valueTree != null && !valueTree.isObject())) {
        return new Reading.Unreadable("key or value is not a JSON object");
      }
      return new Reading.Read(record(keyTree, valueTree));
    } catch (IOException e) {
      return new Reading.Unreadable("key or value is not JSON");
    } catch (IllegalArgumentException | DateTimeException e) {
      return new Reading.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static CatalogueRecord record(JsonNode key, @Nullable JsonNode value) {
    String kind = text(key, "record");
    return switch (kind) {
      case "schema" -> schema(number(key, "id"), present(value));
      case "version" -> version(key, value);
      case "level" ->
          value == null
              ? new CatalogueRecord.LevelCleared(subjectOfSetting(key))
              : new CatalogueRecord.LevelSet(
                  subjectOfSetting(key), CompatibilityLevel.valueOf(text(value, "compatibility")));
      case "mode" ->
          value == null
              ? new CatalogueRecord.ModeCleared(subjectOfSetting(key))
              : new CatalogueRecord.ModeSet(
                  subjectOfSetting(key), Mode.valueOf(text(value, "mode")));
      case "write" -> mark(present(value));
      default -> throw new IllegalArgumentException("there is no record '" + kind + "'");
    };
  }

  /// The fingerprint is made anew from the text: a later build may make it in another way, and ids
  /// must be found by what that build makes.
  private static CatalogueRecord schema(int id, JsonNode value) {
    if (value.path("erased").booleanValue()) {
      return new CatalogueRecord.SchemaErased(id, text(value, "fingerprint"));
    }
    String text = text(value, "schema");
    return new CatalogueRecord.SchemaContent(
        id, SchemaJson.fingerprint(SchemaJson.parse(text)), text);
  }

  private static CatalogueRecord version(JsonNode key, @Nullable JsonNode value) {
    SubjectName subject = new SubjectName(text(key, "subject"));
    int version = number(key, "version");
    return value == null
        ? new CatalogueRecord.VersionForgotten(subject, version)
        : new SubjectVersion(
            subject,
            version,
            number(value, "id"),
            SubjectVersion.Standing.valueOf(text(value, "standing")));
  }

  private static CatalogueRecord mark(JsonNode value) {
    return new CatalogueRecord.WriteMark(
        number(value, "highestId"),
        text(value, "write"),
        text(value, "node"),
        Instant.parse(text(value, "at")));
  }

  private static Optional<SubjectName> subjectOfSetting(JsonNode key) {
    return key.has("subject")
        ? Optional.of(new SubjectName(text(key, "subject")))
        : Optional.empty();
  }

  private static JsonNode present(@Nullable JsonNode value) {
    if (value == null) {
      throw new IllegalArgumentException("a record of this kind cannot be taken back");
    }
    return value;
  }

  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'" + field + "' is not a text");
    }
    return value.textValue();
  }

  private static int number(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isInt() || value.intValue() < 0) {
      throw new IllegalArgumentException("'" + field + "' is not a number from 0 to 2147483647");
    }
    return value.intValue();
  }
}
