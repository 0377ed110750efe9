package com.northwind.dispatch.schemaregistry.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records of the log as keys and values of Kafka: JSON of one line each, listed in this package's
/// description. The fields of a key stand in a fixed order, because compaction compares bytes.
final class RecordCodec {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A record as Kafka keeps it.
  ///
  /// @param value empty for a record that takes its key back
  record Encoded(String key, Optional<String> value) {
    byte @Nullable [] valueBytes() {
      return value.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
    }
  }

  private RecordCodec() {}

  static Encoded encode(CatalogueRecord record) {
    return switch (record) {
      case CatalogueRecord.SchemaContent(int id, String fingerprint, String text) ->
          encoded(
              schemaKey(id),
              JSON.createObjectNode()
                  .put("id", id)
                  .put("fingerprint", fingerprint)
                  .put("schemaType", "JSON")
                  .put("schema", text));
      case CatalogueRecord.SchemaErased(int id, String fingerprint) ->
          encoded(
              schemaKey(id),
              JSON.createObjectNode()
                  .put("id", id)
                  .put("fingerprint", fingerprint)
                  .put("erased", true));
      case SubjectVersion version ->
          encoded(
              versionKey(version.subject(), version.version()),
              JSON.createObjectNode()
                  .put("subject", version.subject().value())
                  .put("version", version.version())
                  .put("id", version.id())
                  .put("standing", version.standing().name()));
      case CatalogueRecord.VersionForgotten(SubjectName subject, int version) ->
          takenBack(versionKey(subject, version));
      case CatalogueRecord.LevelSet(var subject, var level) ->
          encoded(
              settingKey("level", subject),
              JSON.createObjectNode().put("compatibility", level.name()));
      case CatalogueRecord.LevelCleared(var subject) -> takenBack(settingKey("level", subject));
      case CatalogueRecord.ModeSet(var subject, var mode) ->
          encoded(settingKey("mode", subject), JSON.createObjectNode().put("mode", mode.name()));
      case CatalogueRecord.ModeCleared(var subject) -> takenBack(settingKey("mode", subject));
      case CatalogueRecord.WriteMark mark ->
          encoded(
              key("write"),
              JSON.createObjectNode()
                  .put("highestId", mark.highestId())
                  .put("write", mark.write())
                  .put("node", mark.node())
                  .put("at", mark.at().toString()));
    };
  }

  private static ObjectNode key(String kind) {
    return JSON.createObjectNode().put("record", kind);
  }

  private static ObjectNode schemaKey(int id) {
    return key("schema").put("id", id);
  }

  private static ObjectNode versionKey(SubjectName subject, int version) {
    return key("version").put("subject", subject.value()).put("version", version);
  }

  private static ObjectNode settingKey(String kind, Optional<SubjectName> subject) {
    ObjectNode key = key(kind);
    subject.ifPresent(name -> key.put("subject", name.value()));
    return key;
  }

  private static Encoded encoded(JsonNode key, JsonNode value) {
    return new Encoded(text(key), Optional.of(text(value)));
  }

  private static Encoded takenBack(JsonNode key) {
    return new Encoded(text(key), Optional.empty());
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree of JSON can be written", e);
    }
  }
}
