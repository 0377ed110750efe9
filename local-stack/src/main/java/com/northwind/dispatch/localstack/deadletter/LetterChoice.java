package com.northwind.dispatch.localstack.deadletter;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which letters a command is about. An empty text leaves a property open.
///
/// @param ids names of letters; when there are any, nothing else counts
public record LetterChoice(List<String> ids, String consumer, String topic, String key) {
  private static final int NEAR_ONES = 3;

  public LetterChoice {
    ids = List.copyOf(ids);
  }

  /// Whether it names anything at all.
  public boolean isOpen() {
    return ids.isEmpty() && consumer.isEmpty() && topic.isEmpty() && key.isEmpty();
  }

  /// The letters it is about, in the order of their records.
  ///
  /// @throws IllegalArgumentException when an id is no letter's; the message names near ones
  public List<StoredLetter> of(List<StoredLetter> letters) {
    if (ids.isEmpty()) {
      return letters.stream().filter(this::fits).toList();
    }
    Map<String, StoredLetter> byId =
        letters.stream().collect(Collectors.toMap(StoredLetter::id, letter -> letter));
    return ids.stream()
        .map(
            id -> {
              StoredLetter found = byId.get(id);
              if (found == null) {
                throw new IllegalArgumentException(unknown(id, byId.keySet()));
              }
              return found;
            })
        .distinct()
        .toList();
  }

  /// The whole lines in which chosen letters stand, each in its order.
  public static Map<StoredLetter.Line, List<StoredLetter>> lines(
      List<StoredLetter> chosen, List<StoredLetter> all) {
    Map<StoredLetter.Line, List<StoredLetter>> lines = new LinkedHashMap<>();
    chosen.forEach(letter -> lines.putIfAbsent(letter.line(), List.of()));
    Map<StoredLetter.Line, List<StoredLetter>> byLine =
        all.stream().collect(Collectors.groupingBy(StoredLetter::line));
    lines.replaceAll(
        (line, none) ->
            byLine.getOrDefault(line, List.of()).stream().sorted(StoredLetter.BY_PLACE).toList());
    return lines;
  }

  private boolean fits(StoredLetter letter) {
    return (consumer.isEmpty() || consumer.equals(letter.letter().getConsumer()))
        && (topic.isEmpty() || topic.equals(letter.letter().getTopic()))
        && (key.isEmpty() || key.equals(letter.letter().getRecordKey()));
  }

  private static String unknown(String id, Collection<String> ids) {
    List<String> near =
        ids.stream()
            .sorted(Comparator.comparingInt((String other) -> distance(id, other)))
            .limit(NEAR_ONES)
            .toList();
    return near.isEmpty()
        ? "There is no dead letter '%s': there are none at all.".formatted(id)
        : "There is no dead letter '%s'. Near it: %s".formatted(id, String.join(", ", near));
  }

  /// How many characters must be changed to make one text the other.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
