package com.northwind.dispatch.contracts.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.contract.v1.RulesProto;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import com.northwind.dispatch.contracts.planning.v1.LoadCancelled;
import com.northwind.dispatch.contracts.planning.v2.CancelReason;
import com.northwind.dispatch.contracts.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UpcastersTest {
  private final Upcasters upcasters = Upcasters.all();

  @Test
  void aCancellationOfVersionOneKeepsItsWordsAsTheDetail() {
    LoadCancelled older =
        LoadCancelled.newBuilder()
            .setLoadId("L-1")
            .setAssignmentNo(3)
            .setReason("the customer moved the order")
            .setCancelledTime(Timestamps.fromSeconds(1_763_800_000L))
            .setActor("anna")
            .build();

    assertEquals(
        com.northwind.dispatch.contracts.planning.v2.LoadCancelled.newBuilder()
            .setLoadId("L-1")
            .setAssignmentNo(3)
            .setReason(CancelReason.CANCEL_REASON_IN_WORDS)
            .setDetail("the customer moved the order")
            .setCancelledTime(Timestamps.fromSeconds(1_763_800_000L))
            .setActor("anna")
            .build(),
        upcasters.newest(older));
  }

  @Test
  void whatIsNewestAlreadyStaysTheSameObject() {
    LoadAccepted newest = LoadAccepted.newBuilder().setLoadId("L-1").build();

    assertSame(newest, upcasters.newest(newest));
  }

  @Test
  void upcastersAreChainedInWhateverOrderTheyAreGiven() {
    Upcaster<UInt32Value, UInt64Value> second =
        new Upcaster<>(
            UInt32Value.getDefaultInstance(),
            UInt64Value.getDefaultInstance(),
            number -> UInt64Value.of(number.getValue() * 10L));
    Upcaster<StringValue, UInt32Value> first =
        new Upcaster<>(
            StringValue.getDefaultInstance(),
            UInt32Value.getDefaultInstance(),
            text -> UInt32Value.of(Integer.parseInt(text.getValue())));
    Upcasters chained = Upcasters.of(List.of(second, first));

    assertEquals(UInt64Value.of(420), chained.newest(StringValue.of("42")));
    assertEquals("google.protobuf.UInt64Value", chained.newestType("google.protobuf.StringValue"));
  }

  @Test
  void twoUpcastersOfOneVersionAreAMistake() {
    Upcaster<StringValue, UInt32Value> upcaster =
        new Upcaster<>(
            StringValue.getDefaultInstance(),
            UInt32Value.getDefaultInstance(),
            _ -> UInt32Value.getDefaultInstance());

    assertThrows(
        IllegalStateException.class,
        () -> Upcasters.of(List.<Upcaster<?, ?>>of(upcaster, upcaster)));
  }

  @Test
  void everyTypeThatReplacesAnotherHasItsUpcasterAndNoOtherHas() {
    Map<String, String> replaced = new TreeMap<>();
    for (Descriptor type : types()) {
      String older = type.getOptions().getExtension(RulesProto.event).getReplaces();
      if (!older.isEmpty()) {
        replaced.put(older, type.getFullName());
      }
    }
    Map<String, String> upcast =
        types().stream()
            .map(Descriptor::getFullName)
            .filter(type -> !upcasters.newestType(type).equals(type))
            .collect(Collectors.toMap(type -> type, upcasters::newestType));

    assertEquals(replaced, new TreeMap<>(upcast));
  }

  private static List<Descriptor> types() {
    return Topics.all().stream()
        .flatMap(topic -> topic.types().stream())
        .map(Message::getDescriptorForType)
        .toList();
  }
}
