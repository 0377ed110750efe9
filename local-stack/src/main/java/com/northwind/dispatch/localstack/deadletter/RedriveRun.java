package com.northwind.dispatch.localstack.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// Asks consumers to apply whole keys again, from their oldest letter on, and waits for what comes
/// of it.
public final class RedriveRun {
  private final LetterShelf shelf;
  private final Map<StoredLetter.Line, List<StoredLetter>> lines;
  private final Set<String> requested = new HashSet<>();
  private final Map<String, StoredLetter> failed = new HashMap<>();
  private final Set<String> applied = new HashSet<>();

  /// What came of it.
  ///
  /// @param applied how many letters are gone
  /// @param failed letters that failed again, as they stand now
  /// @param waiting how many letters wait behind those
  /// @param unanswered letters that no consumer has answered for
  public record Result(
      int applied, List<StoredLetter> failed, int waiting, List<StoredLetter> unanswered) {

    /// Whether every letter was applied.
    public boolean complete() {
      return failed.isEmpty() && unanswered.isEmpty();
    }
  }

  /// @param lines the lines to re-drive, each in its order
  public RedriveRun(LetterShelf shelf, Map<StoredLetter.Line, List<StoredLetter>> lines) {
    this.shelf = shelf;
    this.lines = Map.copyOf(lines);
  }

  /// Asks, and waits for as long as answers come.
  ///
  /// @param patience how long it may be until the next answer
  public Result run(Duration patience) throws InterruptedException, ExecutionException {
    List<StoredLetter> asked = new ArrayList<>();
    for (List<StoredLetter> line : lines.values()) {
      for (int i = 0; i < line.size(); i++) {
        if (i == 0 || !line.get(i).waits()) {
          asked.add(line.get(i));
        }
      }
    }
    asked.forEach(letter -> requested.add(letter.id()));
    shelf.request(asked);
    long deadline = System.nanoTime() + patience.toNanos();
    while (!finished() && System.nanoTime() < deadline) {
      if (!shelf.follow().isEmpty() && noteAnswers()) {
        deadline = System.nanoTime() + patience.toNanos();
      }
    }
    return result();
  }

  /// Whether there was any answer that was not known before.
  private boolean noteAnswers() {
    int known = applied.size() + failed.size();
    for (List<StoredLetter> line : lines.values()) {
      for (StoredLetter before : line) {
        Optional<StoredLetter> now = shelf.find(before.id());
        if (now.isEmpty()) {
          applied.add(before.id());
          failed.remove(before.id());
        } else if (hasFailed(before, now.get())) {
          failed.put(before.id(), now.get());
        }
      }
    }
    return applied.size() + failed.size() > known;
  }

  private static boolean hasFailed(StoredLetter before, StoredLetter now) {
    return now.letter().getAttempts() > before.letter().getAttempts()
        && !now.letter().hasRedriveRequestedTime()
        && !now.underWay();
  }

  private boolean finished() {
    return lines.values().stream().allMatch(this::finished);
  }

  private boolean finished(List<StoredLetter> line) {
    if (line.stream().allMatch(letter -> applied.contains(letter.id()))) {
      return true;
    }
    return line.stream().anyMatch(letter -> failed.containsKey(letter.id()))
        && line.stream()
            .map(StoredLetter::id)
            .filter(requested::contains)
            .allMatch(id -> applied.contains(id) || failed.containsKey(id) || isBlocked(line, id));
  }

  /// Whether an earlier letter of the line failed, so that this one was not tried.
  private boolean isBlocked(List<StoredLetter> line, String id) {
    return line.stream()
        .takeWhile(letter -> !letter.id().equals(id))
        .anyMatch(letter -> failed.containsKey(letter.id()));
  }

  private Result result() {
    List<StoredLetter> failures = failed.values().stream().sorted(StoredLetter.BY_PLACE).toList();
    List<StoredLetter> unanswered = new ArrayList<>();
    int waiting = 0;
    for (List<StoredLetter> line : lines.values()) {
      boolean blocked = false;
      for (StoredLetter letter : line) {
        if (failed.containsKey(letter.id())) {
          blocked = true;
        } else if (!applied.contains(letter.id())) {
          if (blocked) {
            waiting++;
          } else {
            unanswered.add(letter);
          }
        }
      }
    }
    return new Result(applied.size(), failures, waiting, unanswered);
  }
}
