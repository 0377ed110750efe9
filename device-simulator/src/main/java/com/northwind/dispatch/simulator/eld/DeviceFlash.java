package com.northwind.dispatch.simulator.eld;

import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The memory of one ELD unit: the records no gateway has acknowledged yet, oldest first, and the
/// count of all it ever made. Confined to the unit's event loop.
///
/// A record leaves when it is acknowledged. When the flash is full the oldest record gives way to
/// the newest, as in the real unit; that is counted, never silent.
final class DeviceFlash {
  private final String device;
  private final int capacity;
  private final Journal journal;
  private final EldCounts counts;
  private final ArrayDeque<StoredRecord> unacked = new ArrayDeque<>();
  private final SeqRanges acked = new SeqRanges();
  private long lastSeq;
  private long highestSent;
  private long inFlightTo;

  DeviceFlash(String device, int capacity, Journal journal, EldCounts counts) {
    this.device = device;
    this.capacity = capacity;
    this.journal = journal;
    this.counts = counts;
  }

  /// Makes the next record and keeps it.
  void store(long atMs) {
    StoredRecord stored = new StoredRecord(++lastSeq, atMs);
    journal.append(new JournalEntry.RecordMade(device, stored.seq(), atMs));
    unacked.addLast(stored);
    counts.recordsMade.increment();
    if (unacked.size() > capacity) {
      dropOldest();
    }
  }

  /// Drops the oldest record that is not on its way: the gateway may be taking those just now.
  private void dropOldest() {
    for (StoredRecord stored : unacked) {
      if (stored.seq() > inFlightTo) {
        unacked.remove(stored);
        journal.append(new JournalEntry.RecordDropped(device, stored.seq()));
        counts.recordsDropped.increment();
        return;
      }
    }
  }

  /// The oldest records, at most `limit`; empty when everything is acknowledged.
  List<StoredRecord> oldest(int limit) {
    List<StoredRecord> batch = new ArrayList<>(Math.min(limit, unacked.size()));
    for (StoredRecord stored : unacked) {
      if (batch.size() == limit) {
        break;
      }
      batch.add(stored);
    }
    return batch;
  }

  /// Counts the sending of `batch`, which is on its way until it is acknowledged or lost.
  void sent(List<StoredRecord> batch) {
    inFlightTo = batch.getLast().seq();
    for (StoredRecord stored : batch) {
      if (stored.seq() > highestSent) {
        highestSent = stored.seq();
        counts.recordsSent.increment();
      } else {
        counts.recordsResent.increment();
      }
    }
  }

  /// The connection broke: nothing is on its way any more.
  void connectionLost() {
    inFlightTo = 0;
  }

  /// Forgets the records of `batch`: the gateway has them.
  void acknowledged(List<StoredRecord> batch, long atMs) {
    long from = batch.getFirst().seq();
    long to = batch.getLast().seq();
    journal.append(new JournalEntry.RecordsAcked(device, from, to, atMs));
    forget(from, to, atMs);
  }

  private void forget(long from, long to, long atMs) {
    StoredRecord head = unacked.peekFirst();
    while (head != null && head.seq() <= to) {
      unacked.removeFirst();
      counts.ackLatency.recordUs((atMs - head.atMs()) * 1000);
      head = unacked.peekFirst();
    }
    acked.add(from, to);
    counts.recordsAcked.add(to - from + 1);
  }

  /// Takes back what the journal kept of this unit.
  void restore(JournalEntry.RecordMade made) {
    lastSeq = made.seq();
    unacked.addLast(new StoredRecord(made.seq(), made.atMs()));
    counts.recordsMade.increment();
  }

  void restore(JournalEntry.RecordDropped dropped) {
    unacked.removeIf(stored -> stored.seq() == dropped.seq());
    counts.recordsDropped.increment();
  }

  void restore(JournalEntry.RecordsAcked earlier) {
    counts.recordsSent.add(Math.max(0, earlier.to() - highestSent));
    highestSent = Math.max(highestSent, earlier.to());
    forget(earlier.from(), earlier.to(), earlier.atMs());
  }

  int size() {
    return unacked.size();
  }

  SeqRanges ackedRanges() {
    return acked;
  }
}
