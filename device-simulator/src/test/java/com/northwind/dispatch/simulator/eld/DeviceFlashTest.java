package com.northwind.dispatch.simulator.eld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceFlashTest {
  private final EldCounts counts = new EldCounts();
  private final DeviceFlash flash = new DeviceFlash("ELD-0001", 3, Journal.none(), counts);

  @Test
  void keepsARecordUntilItIsAcknowledged() {
    flash.store(1000);
    flash.store(2000);
    List<StoredRecord> packet = flash.oldest(1);
    flash.sent(packet);

    flash.acknowledged(packet, 1500);

    assertEquals(List.of(new StoredRecord(2, 2000)), flash.oldest(10));
    assertEquals(List.of(List.of(1L, 1L)), flash.ackedRanges().toList());
  }

  @Test
  void countsASecondSendingApart() {
    flash.store(1000);
    flash.sent(flash.oldest(10));
    flash.connectionLost();
    flash.sent(flash.oldest(10));

    assertEquals(1, counts.recordsSent.sum());
    assertEquals(1, counts.recordsResent.sum());
  }

  @Test
  void aFullFlashGivesUpTheOldestAndSaysSo() {
    for (int i = 1; i <= 5; i++) {
      flash.store(i * 1000L);
    }

    assertEquals(List.of(3L, 4L, 5L), flash.oldest(10).stream().map(StoredRecord::seq).toList());
    assertEquals(2, counts.recordsDropped.sum());
  }

  @Test
  void aRecordOnItsWayIsNotGivenUp() {
    flash.store(1000);
    List<StoredRecord> packet = flash.oldest(1);
    flash.sent(packet);
    flash.store(2000);
    flash.store(3000);
    flash.store(4000);

    flash.acknowledged(packet, 4100);

    assertEquals(List.of(3L, 4L), flash.oldest(10).stream().map(StoredRecord::seq).toList());
    assertEquals(1, counts.recordsAcked.sum());
    assertEquals(1, counts.recordsDropped.sum());
    assertEquals(List.of(List.of(1L, 1L)), flash.ackedRanges().toList());
  }

  @Test
  void gapsShowInTheRanges() {
    SeqRanges ranges = new SeqRanges();
    ranges.add(1, 4);
    ranges.add(5, 5);
    ranges.add(9, 12);

    assertEquals(List.of(List.of(1L, 5L), List.of(9L, 12L)), ranges.toList());
  }

  @Test
  void goesOnWhereTheJournalEnds() {
    flash.restore(new JournalEntry.RecordMade("ELD-0001", 1, 1000));
    flash.restore(new JournalEntry.RecordMade("ELD-0001", 2, 2000));
    flash.restore(new JournalEntry.RecordMade("ELD-0001", 3, 3000));
    flash.restore(new JournalEntry.RecordsAcked("ELD-0001", 1, 2, 2100));

    flash.store(4000);

    assertEquals(List.of(new StoredRecord(3, 3000), new StoredRecord(4, 4000)), flash.oldest(10));
    assertEquals(4, counts.recordsMade.sum());
    assertEquals(2, counts.recordsAcked.sum());
    assertEquals(2, counts.recordsSent.sum());
    assertTrue(counts.ackLatency.summary().max() >= 1099);
  }
}
