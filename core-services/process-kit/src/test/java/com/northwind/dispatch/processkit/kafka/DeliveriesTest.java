package com.northwind.dispatch.processkit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final TopicPartition PARTITION = new TopicPartition("planning.loads", 0);
  private static final long FIRST = 100;

  private final Deliveries deliveries = new Deliveries();

  @Test
  void afterAPredecessorThatStoppedInGoodOrderEverythingIsHandedOnWholeAndMarkedOnce() {
    List<Deliveries.Slice> slices = slices(200, DeliveryMark.closed(FIRST));

    assertEquals(1, slices.size());
    assertEquals(200, slices.getFirst().records().size());
    assertEquals("delivery=1;until=300", mark(slices.getFirst()));
    deliveries.cameBack(slices.getFirst());
    assertTrue(slices(200, DeliveryMark.closed(FIRST)).getFirst().marks().isEmpty());
  }

  @Test
  void afterAPredecessorThatEndedInTheMidstOfItRecordsAreHandedOnInPieces() {
    List<Deliveries.Slice> slices = slices(100, DeliveryMark.running(FIRST));

    assertEquals(
        List.of(32, 32, 32, 4), slices.stream().map(slice -> slice.records().size()).toList());
    assertEquals("delivery=2;until=132", mark(slices.getFirst()));
    assertEquals("delivery=2;until=200", mark(slices.getLast()));
  }

  @Test
  void theThirdDeliveryIsRecordByRecordAndWhatComesAfterTheSuspectsIsTrusted() {
    List<Deliveries.Slice> slices =
        slices(10, new OffsetAndMetadata(FIRST, "delivery=2;until=103"));

    assertEquals(
        List.of(1, 1, 1, 7), slices.stream().map(slice -> slice.records().size()).toList());
    assertEquals("delivery=3;until=101", mark(slices.getFirst()));
    assertTrue(slices.getLast().marks().isEmpty());
  }

  @Test
  void aFourthDeliveryIsNotAttempted() {
    List<Deliveries.Slice> slices =
        slices(10, new OffsetAndMetadata(FIRST, "delivery=3;until=101"));

    assertTrue(slices.getFirst().givenUp());
    assertEquals(FIRST, slices.getFirst().records().getFirst().offset());
    assertEquals(9, slices.get(1).records().size());
    assertFalse(slices.get(1).givenUp());
  }

  @Test
  void whatIsKnownOfAPartitionIsForgottenWhenItIsAssignedAnew() {
    deliveries.cameBack(slices(5, DeliveryMark.closed(FIRST)).getFirst());
    deliveries.changed(List.of(PARTITION));

    assertEquals(
        "delivery=3;until=105",
        mark(slices(5, new OffsetAndMetadata(FIRST, "delivery=2;until=105")).getLast()));
  }

  private List<Deliveries.Slice> slices(int count, OffsetAndMetadata committed) {
    List<ConsumerRecord<String, byte[]>> records =
        LongStream.range(FIRST, FIRST + count)
            .mapToObj(
                offset ->
                    new ConsumerRecord<>(PARTITION.topic(), 0, offset, "L-1", new byte[] {'{'}))
            .toList();
    return deliveries.slices(
        new ConsumerRecords<>(Map.of(PARTITION, records), Map.of()),
        partitions -> {
          Map<TopicPartition, OffsetAndMetadata> found = new HashMap<>();
          partitions.forEach(partition -> found.put(partition, committed));
          return found;
        });
  }

  private static String mark(Deliveries.Slice slice) {
    return slice.marks().values().iterator().next().metadata();
  }
}
