package com.northwind.dispatch.schemaregistry.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.compatibility.CompatibilityLevel;
import com.northwind.dispatch.schemaregistry.catalogue.Catalogue;
import com.northwind.dispatch.schemaregistry.catalogue.CatalogueRecord;
import com.northwind.dispatch.schemaregistry.catalogue.Mode;
import com.northwind.dispatch.schemaregistry.catalogue.SchemaJson;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectName;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion;
import com.northwind.dispatch.schemaregistry.catalogue.SubjectVersion.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What is left after Kafka has compacted the log says the same as the whole log.
class CompactedLogTest {
  private static final int RECORDS = 400;
  private static final int SUBJECTS = 6;

  @RepeatedTest(20)
  void theNewestRecordOfEachKeySaysWhatTheWholeLogSays(RepetitionInfo repetition) {
    // Given: any history at all
    Random random = new Random(repetition.getCurrentRepetition());
    List<CatalogueRecord> history = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      history.add(anyRecord(random, i));
    }

    // When: it is written, and compacted in the way that forgets most
    Map<String, RecordCodec.Encoded> newest = new LinkedHashMap<>();
    for (CatalogueRecord record : history) {
      RecordCodec.Encoded encoded = RecordCodec.encode(record);
      newest.remove(encoded.key());
      newest.put(encoded.key(), encoded);
    }
    newest.values().removeIf(encoded -> encoded.value().isEmpty());
    List<CatalogueRecord> left = newest.values().stream().map(CompactedLogTest::readBack).toList();

    // Then
    assertTrue(left.size() < history.size());
    assertEquals(told(Catalogue.EMPTY.with(history)), told(Catalogue.EMPTY.with(left)));
  }

  @Test
  void aRecordIsALineThatCanBeSearched() {
    SubjectName subject = new SubjectName("a \"b\"\\ü");

    RecordCodec.Encoded version =
        RecordCodec.encode(new SubjectVersion(subject, 3, 17, Standing.ACTIVE));
    RecordCodec.Encoded schema =
        RecordCodec.encode(new CatalogueRecord.SchemaContent(17, "sha256:1", "{\n\"a\":1}"));

    assertEquals(
        "{\"record\":\"version\",\"subject\":\"a \\\"b\\\"\\\\ü\",\"version\":3}", version.key());
    assertEquals(
        "{\"subject\":\"a \\\"b\\\"\\\\ü\",\"version\":3,\"id\":17,\"standing\":\"ACTIVE\"}",
        version.value().orElseThrow());
    assertEquals("{\"record\":\"schema\",\"id\":17}", schema.key());
    assertEquals(
        "{\"id\":17,\"fingerprint\":\"sha256:1\",\"schemaType\":\"JSON\",\"schema\":\"{\\n\\\"a\\\":1}\"}",
        schema.value().orElseThrow());
  }

  private static CatalogueRecord readBack(RecordCodec.Encoded encoded) {
    return switch (RecordReader.read(encoded.key(), encoded.valueBytes())) {
      case RecordReader.Reading.Read(CatalogueRecord record) -> record;
      case RecordReader.Reading.Unreadable(String problem) -> throw new AssertionError(problem);
    };
  }

  private static CatalogueRecord anyRecord(Random random, int i) {
    SubjectName subject = new SubjectName("subject " + random.nextInt(SUBJECTS));
    Optional<SubjectName> whose = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(subject);
    int id = 1 + random.nextInt(20);
    String text = "{\"title\":\"schema " + id + "\"}";
    String fingerprint = SchemaJson.fingerprint(SchemaJson.parse(text));
    return switch (random.nextInt(9)) {
      case 0, 1 -> new CatalogueRecord.SchemaContent(id, fingerprint, text);
      case 2 -> new CatalogueRecord.SchemaErased(id, fingerprint);
      case 3, 4 ->
          new SubjectVersion(subject, 1 + random.nextInt(5), id, any(random, Standing.values()));
      case 5 -> new CatalogueRecord.VersionForgotten(subject, 1 + random.nextInt(5));
      case 6 ->
          random.nextBoolean()
              ? new CatalogueRecord.LevelSet(whose, any(random, CompatibilityLevel.values()))
              : new CatalogueRecord.LevelCleared(whose);
      case 7 ->
          random.nextBoolean()
              ? new CatalogueRecord.ModeSet(whose, any(random, Mode.values()))
              : new CatalogueRecord.ModeCleared(whose);
      default ->
          new CatalogueRecord.WriteMark(100 + i, "write-" + i, "node", Instant.ofEpochSecond(i));
    };
  }

  private static <E> E any(Random random, E[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }

  /// Everything a catalogue can tell.
  private static String told(Catalogue catalogue) {
    StringBuilder text = new StringBuilder("highest id " + catalogue.highestId());
    catalogue
        .subjects()
        .forEach((subject, history) -> text.append('\n').append(subject).append(history.all()));
    for (int id = 1; id <= 20; id++) {
      String schema = "{\"title\":\"schema " + id + "\"}";
      text.append('\n')
          .append(catalogue.content(id))
          .append(catalogue.idOf(SchemaJson.fingerprint(SchemaJson.parse(schema))))
          .append(catalogue.versionsOf(id));
    }
    List<Optional<SubjectName>> scopes = new ArrayList<>(List.of(Optional.empty()));
    for (int i = 0; i < SUBJECTS; i++) {
      scopes.add(Optional.of(new SubjectName("subject " + i)));
    }
    scopes.forEach(
        scope ->
            text.append('\n').append(catalogue.ownLevel(scope)).append(catalogue.ownMode(scope)));
    return text.toString();
  }
}
