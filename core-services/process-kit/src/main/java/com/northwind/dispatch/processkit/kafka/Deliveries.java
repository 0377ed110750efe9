package com.northwind.dispatch.processkit.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Finds the record that ends its process, or holds it for longer than the group waits: it would
/// come back for ever.
///
/// The count of deliveries that never came back stands beside the committed offset
/// ([DeliveryMark]), so it outlives the process. It is written before the first records of a
/// partition that has just been assigned, and never while all is well. The first delivery is handed
/// on whole, the second in pieces, the third record by record; a fourth is not attempted.
final class Deliveries {
  /// How often a record is delivered at most when none of the deliveries comes back.
  static final int MOST = 3;

  private static final int PIECE = 32;

  private final Map<TopicPartition, DeliveryMark> suspicions = new HashMap<>();
  private final Set<TopicPartition> settled = new HashSet<>();

  /// Records that are handed on together.
  ///
  /// @param records at least one, in their order
  /// @param marks what is to be committed before
  /// @param givenUp whether this is one record that has been delivered [#MOST] times already
  record Slice(
      List<ConsumerRecord<String, byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> marks,
      boolean givenUp) {}

  /// Partitions have come or gone: whatever was known of them is no longer true.
  void changed(Collection<TopicPartition> partitions) {
    partitions.forEach(suspicions::remove);
    settled.removeAll(partitions);
  }

  /// How the records of a poll are to be handed on.
  ///
  /// @param committed looks up what is committed for partitions
  List<Slice> slices(
      ConsumerRecords<String, byte[]> records,
      Function<Set<TopicPartition>, Map<TopicPartition, OffsetAndMetadata>> committed) {
    suspect(records, committed);
    List<Slice> slices = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> trusted = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> marks = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<String, byte[]>> all = records.records(partition);
      DeliveryMark mark = suspicions.get(partition);
      if (mark == null) {
        trusted.addAll(all);
      } else if (mark.delivery() == 1) {
        trusted.addAll(all);
        marks.put(partition, mark.until(end(all)).at(all.getFirst().offset()));
      } else {
        slices.addAll(pieces(partition, all, mark));
      }
    }
    if (!trusted.isEmpty()) {
      slices.add(new Slice(trusted, marks, false));
    }
    return slices;
  }

  /// The handler came back from a slice, whatever it made of it.
  void cameBack(Slice slice) {
    for (ConsumerRecord<String, byte[]> record : slice.records()) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      DeliveryMark mark = suspicions.get(partition);
      if (mark != null && (mark.delivery() == 1 || record.offset() + 1 >= mark.until())) {
        suspicions.remove(partition);
        settled.add(partition);
      }
    }
  }

  private void suspect(
      ConsumerRecords<String, byte[]> records,
      Function<Set<TopicPartition>, Map<TopicPartition, OffsetAndMetadata>> committed) {
    Set<TopicPartition> unknown = new HashSet<>(records.partitions());
    unknown.removeAll(settled);
    unknown.removeAll(suspicions.keySet());
    if (unknown.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> found = committed.apply(unknown);
    for (TopicPartition partition : unknown) {
      long end = end(records.records(partition));
      suspicions.put(partition, DeliveryMark.next(found.get(partition), end));
    }
  }

  private static List<Slice> pieces(
      TopicPartition partition, List<ConsumerRecord<String, byte[]>> all, DeliveryMark mark) {
    List<Slice> pieces = new ArrayList<>();
    int suspects = (int) all.stream().filter(record -> record.offset() < mark.until()).count();
    int from = 0;
    if (mark.delivery() > MOST && suspects > 0) {
      pieces.add(new Slice(all.subList(0, 1), Map.of(), true));
      from = 1;
    }
    int size = mark.delivery() == 2 ? PIECE : 1;
    while (from < suspects) {
      List<ConsumerRecord<String, byte[]>> piece =
          all.subList(from, Math.min(suspects, from + size));
      DeliveryMark ofPiece = mark.until(end(piece));
      pieces.add(new Slice(piece, Map.of(partition, ofPiece.at(piece.getFirst().offset())), false));
      from += piece.size();
    }
    if (from < all.size()) {
      pieces.add(new Slice(all.subList(from, all.size()), Map.of(), false));
    }
    return pieces;
  }

  private static long end(List<ConsumerRecord<String, byte[]>> records) {
    return records.getLast().offset() + 1;
  }
}
