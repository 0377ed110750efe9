package com.northwind.dispatch.simulator.run;

import com.northwind.dispatch.simulator.journal.FileJournal;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.measure.RunClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which run this is: a new one, or an unfinished one taken up from its journal.
final class RunJournal implements AutoCloseable {
  private final Journal journal;
  private final List<JournalEntry> earlier;
  private final JournalEntry.RunOpened opened;

  private RunJournal(Journal journal, List<JournalEntry> earlier, JournalEntry.RunOpened opened) {
    this.journal = journal;
    this.earlier = earlier;
    this.opened = opened;
  }

  /// Opens the journal of `settings`, if they name one.
  ///
  /// @throws IOException when it cannot be used, or holds an unfinished run with other arguments
  static RunJournal open(RunSettings settings, RunClock clock) throws IOException {
    Optional<Path> directory = settings.journal();
    if (directory.isEmpty()) {
      return new RunJournal(Journal.none(), List.of(), newRun(settings, clock));
    }
    FileJournal.Opened file = FileJournal.open(directory.get());
    if (file.earlier().isEmpty()) {
      JournalEntry.RunOpened opened = newRun(settings, clock);
      file.journal().append(opened);
      return new RunJournal(file.journal(), List.of(), opened);
    }
    if (file.earlier().getFirst() instanceof JournalEntry.RunOpened opened
        && opened.arguments().equals(settings.arguments())) {
      return new RunJournal(file.journal(), file.earlier(), opened);
    }
    file.journal().close();
    throw new IOException(
        directory.get()
            + " holds an unfinished run with other arguments: repeat them to go on with it, or name another directory");
  }

  private static JournalEntry.RunOpened newRun(RunSettings settings, RunClock clock) {
    long nowUs = clock.nowUs();
    return new JournalEntry.RunOpened(Long.toString(nowUs / 1000, 36), settings.arguments(), nowUs);
  }

  Journal journal() {
    return journal;
  }

  /// What an earlier process wrote, oldest first; empty for a new run.
  List<JournalEntry> earlier() {
    return earlier;
  }

  boolean isRestart() {
    return !earlier.isEmpty();
  }

  String runId() {
    return opened.runId();
  }

  long startedUs() {
    return opened.atUs();
  }

  /// When the duration began to count, if an earlier process came that far.
  Optional<Long> measuringSinceUs() {
    return earlier.stream()
        .filter(JournalEntry.MeasuringBegan.class::isInstance)
        .map(entry -> ((JournalEntry.MeasuringBegan) entry).atUs())
        .findFirst();
  }

  @Override
  public void close() {
    journal.close();
  }
}
