package com.northwind.dispatch.simulator.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  private static final List<JournalEntry> ENTRIES =
      List.of(
          new JournalEntry.RunOpened("run1", "elds=1", 1),
          new JournalEntry.MeasuringBegan(2),
          new JournalEntry.RecordMade("ELD-0001", 1, 3),
          new JournalEntry.RecordsAcked("ELD-0001", 1, 1, 4),
          new JournalEntry.RecordDropped("ELD-0001", 2),
          new JournalEntry.EpochGranted("TAB-0001", 7),
          new JournalEntry.SheetStored("TAB-0001", 5, "AAEC"),
          new JournalEntry.ReceiptMade("TAB-0001", 1, "RECEIPT_STAGE_SEEN", 6),
          new JournalEntry.ReceiptAcked("TAB-0001", 1, "RECEIPT_STAGE_SEEN"),
          new JournalEntry.ActionMade("TAB-0001", 1, "AAEC"),
          new JournalEntry.ActionAcked("TAB-0001", "a-1", "", 7),
          new JournalEntry.CommandSent(
              0, 3, "CREATE", "c-1", "L-1", "D-0001", "v1/loads", "{\"a\":1}", 8, 9),
          new JournalEntry.CommandAnswered(0, 3, "CREATE", "c-1", 201, 0, 8, 10));

  @TempDir private Path directory = Path.of("");

  private void write(List<JournalEntry> entries) throws IOException {
    FileJournal.Opened opened = FileJournal.open(directory);
    entries.forEach(opened.journal()::append);
    opened.journal().close();
  }

  private List<JournalEntry> read() throws IOException {
    FileJournal.Opened opened = FileJournal.open(directory);
    opened.journal().close();
    return opened.earlier();
  }

  @Test
  void givesBackWhatWasAppended() throws IOException {
    write(ENTRIES);

    assertEquals(ENTRIES, read());
  }

  @Test
  void goesOnAfterARestart() throws IOException {
    write(ENTRIES.subList(0, 4));
    write(ENTRIES.subList(4, 13));

    assertEquals(ENTRIES, read());
  }

  @Test
  void keepsEntriesOfAProcessThatNeverClosedIt() throws IOException {
    FileJournal.Opened killed = FileJournal.open(directory);
    killed.journal().append(ENTRIES.getFirst());

    assertEquals(ENTRIES.subList(0, 1), read());
    killed.journal().close();
  }

  @Test
  void dropsALineThatAKillToreApart() throws IOException {
    write(ENTRIES.subList(0, 3));
    Path file = directory.resolve("run.jsonl");
    Files.writeString(file, "{\"k\":\"acked\",\"dev", StandardOpenOption.APPEND);

    assertEquals(ENTRIES.subList(0, 3), read());
    write(ENTRIES.subList(3, 4));
    assertEquals(ENTRIES.subList(0, 4), read());
  }

  @Test
  void aFinishedRunMakesWayForANewOne() throws IOException {
    write(ENTRIES);
    write(List.of(new JournalEntry.RunClosed(11, 0), new JournalEntry.EpochGranted("TAB-0001", 8)));

    assertEquals(List.of(), read());
    assertTrue(Files.exists(directory.resolve("previous-run.jsonl")));
  }

  @Test
  void saysWhichLineIsNoEntry() throws IOException {
    write(ENTRIES.subList(0, 2));
    Files.writeString(directory.resolve("run.jsonl"), "nonsense\n", StandardOpenOption.APPEND);

    IOException refusal = assertThrows(IOException.class, this::read);

    assertTrue(String.valueOf(refusal.getMessage()).contains("line 3"), refusal::toString);
  }
}
