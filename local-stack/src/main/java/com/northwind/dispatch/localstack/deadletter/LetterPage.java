package com.northwind.dispatch.localstack.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.RecordHeader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// One letter whole, for people.
public final class LetterPage {
  private static final int RAW_BYTES = 1_024;
  private static final int BYTES_PER_LINE = 32;

  private final ObjectMapper json = new ObjectMapper();
  private final StoredLetter stored;
  private final Instant now;

  public LetterPage(StoredLetter stored, Instant now) {
    this.stored = stored;
    this.now = now;
  }

  /// The page, line by line.
  public List<String> lines() {
    DeadLetter letter = stored.letter();
    List<String> lines = new ArrayList<>();
    lines.add("Letter      " + stored.id());
    lines.add("Reason      " + stored.reason());
    lines.add("Problem     " + letter.getProblem());
    lines.add("Consumer    " + letter.getConsumer() + ", parked by " + letter.getNode());
    lines.add(
        "Record      %s, partition %d, offset %s"
            .formatted(letter.getTopic(), letter.getPartition(), letter.getOffset()));
    lines.add("Key         " + orNone(letter.getRecordKey()));
    lines.add("Event       " + orNone(letter.getEventId()));
    lines.add("Type        " + orNone(letter.getEventType()));
    lines.add("Revision    " + orNone(letter.getSchemaRevision()));
    lines.add("Parked      " + when(stored.parkedAt()));
    lines.add("Attempts    " + attempts(letter));
    if (letter.hasRedriveRequestedTime()) {
      lines.add("Requested   " + when(StoredLetter.instant(letter.getRedriveRequestedTime())));
    }
    for (RecordHeader header : letter.getHeadersList()) {
      lines.add("Header      " + header.getName() + ": " + header.getValue());
    }
    lines.add("");
    lines.addAll(value(letter));
    if (!letter.getStack().isEmpty()) {
      lines.add("");
      lines.add("Stack");
      lines.addAll(letter.getStack().lines().toList());
    }
    return lines;
  }

  /// The letter as one line of JSON, for programs.
  public String jsonLine() throws IOException {
    return json.writeValueAsString(json.readTree(stored.event()).path("data"));
  }

  private String attempts(DeadLetter letter) {
    String last =
        letter.hasLastAttemptTime()
            ? ", the last " + when(StoredLetter.instant(letter.getLastAttemptTime()))
            : "";
    return letter.getAttempts()
        + last
        + (stored.underWay() ? "; of the last nothing has been heard yet" : "");
  }

  private List<String> value(DeadLetter letter) {
    return switch (letter.getValueCase()) {
      case TEXT -> text(letter.getText());
      case RAW -> raw(letter.getRaw().toByteArray());
      case VALUE_NOT_SET ->
          List.of("Value       none here; a re-drive reads the record from its own topic");
    };
  }

  private List<String> text(String text) {
    List<String> lines = new ArrayList<>();
    lines.add("Value, %,d characters".formatted(text.length()));
    try {
      String pretty = json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text));
      lines.addAll(pretty.lines().toList());
    } catch (JsonProcessingException e) {
      lines.addAll(text.lines().toList());
    }
    return lines;
  }

  private static List<String> raw(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Value, %,d bytes that are not UTF-8%s"
            .formatted(
                bytes.length, bytes.length > RAW_BYTES ? " (the first " + RAW_BYTES + ")" : ""));
    HexFormat hex = HexFormat.ofDelimiter(" ");
    for (int at = 0; at < Math.min(bytes.length, RAW_BYTES); at += BYTES_PER_LINE) {
      lines.add(
          hex.formatHex(
              Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + BYTES_PER_LINE))));
    }
    return lines;
  }

  private String when(Instant instant) {
    return instant + " (" + LetterTable.age(Duration.between(instant, now)) + " ago)";
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
