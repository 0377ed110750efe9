package com.northwind.dispatch.localstack.deadletter;

import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Letters in a table, with a line that sums them up.
public final class LetterTable {
  private static final int PROBLEM_CHARACTERS = 90;
  private static final List<String> TITLES =
      List.of("ID", "REASON", "TYPE", "KEY", "ATTEMPTS", "AGE", "PROBLEM");

  private final List<StoredLetter> letters;
  private final Instant now;

  public LetterTable(List<StoredLetter> letters, Instant now) {
    this.letters = List.copyOf(letters);
    this.now = now;
  }

  /// The table, line by line.
  public List<String> lines() {
    if (letters.isEmpty()) {
      return List.of("There are no dead letters.");
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(TITLES);
    letters.forEach(letter -> rows.add(row(letter)));
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        boolean last = column == row.size() - 1;
        line.append(last ? row.get(column) : padded(row.get(column), width(rows, column)));
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add("");
    lines.add(summary());
    return lines;
  }

  private String summary() {
    Map<String, Long> reasons =
        letters.stream()
            .collect(
                Collectors.groupingBy(StoredLetter::reason, TreeMap::new, Collectors.counting()));
    long lines = letters.stream().map(StoredLetter::line).distinct().count();
    Instant oldest =
        letters.stream().map(StoredLetter::parkedAt).min(Instant::compareTo).orElse(now);
    return "%d of %d key%s (%s), the oldest %s old"
        .formatted(
            letters.size(),
            lines,
            lines == 1 ? "" : "s",
            reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", ")),
            age(Duration.between(oldest, now)));
  }

  private List<String> row(StoredLetter stored) {
    DeadLetter letter = stored.letter();
    return List.of(
        stored.id(),
        stored.reason(),
        letter.getEventType().isEmpty()
            ? "-"
            : letter.getEventType().replaceFirst("^northwind\\.", ""),
        letter.getRecordKey().isEmpty() ? "-" : letter.getRecordKey(),
        Integer.toString(letter.getAttempts()),
        age(Duration.between(stored.parkedAt(), now)),
        oneLine(letter.getProblem()));
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= PROBLEM_CHARACTERS
        ? line
        : line.substring(0, PROBLEM_CHARACTERS) + "...";
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }

  /// An age as people say it: `40 s`, `12 min`, `3 h 5 min`, `2 d 4 h`.
  static String age(Duration age) {
    if (age.toSeconds() < 60) {
      return Math.max(0, age.toSeconds()) + " s";
    }
    if (age.toMinutes() < 60) {
      return age.toMinutes() + " min";
    }
    return age.toHours() < 24
        ? age.toHours() + " h " + age.toMinutesPart() + " min"
        : age.toDays() + " d " + age.toHoursPart() + " h";
  }
}
