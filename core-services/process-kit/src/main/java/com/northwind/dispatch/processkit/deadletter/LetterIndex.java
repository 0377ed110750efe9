package com.northwind.dispatch.processkit.deadletter;

import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The dead letters of one consumer, by key and in order, without their bodies. Thread-safe.
///
/// It hears of each change twice: from whoever made it, at once, and from the topic, later. The
/// places of the versions keep an older one from coming back.
public final class LetterIndex {
  /// Letters a consumer may have before it stops taking records: a contract that is broken
  /// altogether is a reason to stop, not to move a topic into another.
  public static final int MOST_LETTERS = 50_000;

  private final Map<LetterId, Letter> letters = new HashMap<>();
  private final Map<LetterId, Letter.Place> removed = new HashMap<>();
  private final Map<OrderKey, TreeMap<Long, Letter>> byKey = new HashMap<>();
  private boolean independent;

  /// Has every letter stand alone from now on: this consumer's records do not wait for each other.
  public synchronized void keysAreIndependent() {
    independent = true;
    byKey.clear();
    letters.values().forEach(this::line);
  }

  /// Takes note of a version of a letter, unless a newer one is known.
  public synchronized void put(Letter letter) {
    Letter known = letters.get(letter.id());
    if (known != null && known.place().offset() >= letter.place().offset()) {
      return;
    }
    Letter.Place grave = removed.get(letter.id());
    if (grave != null && grave.offset() >= letter.place().offset()) {
      return;
    }
    removed.remove(letter.id());
    letters.put(letter.id(), letter);
    line(letter);
  }

  /// Takes note of a tombstone that this process wrote; the topic will bring it again.
  public synchronized void removeAhead(LetterId id, Letter.Place place) {
    if (remove(id, place)) {
      removed.put(id, place);
    }
  }

  /// Takes note of a tombstone that the topic brings.
  public synchronized void removeFromTopic(LetterId id, Letter.Place place) {
    remove(id, place);
    Letter.Place grave = removed.get(id);
    if (grave != null && grave.offset() <= place.offset()) {
      removed.remove(id);
    }
  }

  /// Whether there is no letter.
  public synchronized boolean isEmpty() {
    return letters.isEmpty();
  }

  /// How many letters there are.
  public synchronized int size() {
    return letters.size();
  }

  /// How many letters of a reason there are.
  public synchronized long count(DeadLetterReason reason) {
    return letters.values().stream().filter(letter -> letter.reason() == reason).count();
  }

  /// When the oldest letter was parked.
  public synchronized Optional<Instant> oldest() {
    return letters.values().stream().map(Letter::parkedAt).min(Comparator.naturalOrder());
  }

  /// The letter of that name as it is known now.
  public synchronized Optional<Letter> find(LetterId id) {
    return Optional.ofNullable(letters.get(id));
  }

  /// The letter that a record must wait for: the oldest of its key, if it is older than the record.
  public synchronized Optional<Letter> inFrontOf(OrderKey key, long offset) {
    TreeMap<Long, Letter> line = byKey.get(key);
    return line == null || line.firstKey() >= offset
        ? Optional.empty()
        : Optional.of(line.firstEntry().getValue());
  }

  /// The oldest letter of a key.
  public synchronized Optional<Letter> head(OrderKey key) {
    TreeMap<Long, Letter> line = byKey.get(key);
    return line == null ? Optional.empty() : Optional.of(line.firstEntry().getValue());
  }

  /// Every key that has letters.
  public synchronized List<Line> lines() {
    Map<OrderKey, Letter> requests = new HashMap<>();
    letters.values().stream()
        .filter(letter -> letter.requestedAt() != null)
        .forEach(letter -> requests.put(keyOf(letter), letter));
    List<Line> lines = new ArrayList<>(byKey.size());
    byKey.forEach(
        (key, line) ->
            lines.add(
                new Line(
                    key, line.firstEntry().getValue(), Optional.ofNullable(requests.get(key)))));
    return lines;
  }

  /// All letters, in no order.
  public synchronized Collection<Letter> all() {
    return List.copyOf(letters.values());
  }

  /// The letters of one key.
  ///
  /// @param head the oldest of them
  /// @param requested one that an operator wants re-driven, if there is any
  public record Line(OrderKey key, Letter head, Optional<Letter> requested) {}

  private boolean remove(LetterId id, Letter.Place place) {
    Letter known = letters.get(id);
    if (known == null || known.place().offset() >= place.offset()) {
      return false;
    }
    letters.remove(id);
    OrderKey key = keyOf(known);
    TreeMap<Long, Letter> line = byKey.get(key);
    if (line != null) {
      line.remove(id.offset());
      if (line.isEmpty()) {
        byKey.remove(key);
      }
    }
    return true;
  }

  private void line(Letter letter) {
    byKey.computeIfAbsent(keyOf(letter), key -> new TreeMap<>()).put(letter.id().offset(), letter);
  }

  private OrderKey keyOf(Letter letter) {
    return independent ? OrderKey.alone(letter.id()) : OrderKey.of(letter.id(), letter.recordKey());
  }
}
