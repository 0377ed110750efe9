package com.northwind.dispatch.processkit.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.northwind.dispatch.contracts.operations.v1.DeadLetter;
import com.northwind.dispatch.contracts.operations.v1.DeadLetterReason;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import com.northwind.dispatch.processkit.deadletter.Letter;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  private static final DeadLetterReason CONTRACT = DeadLetterReason.DEAD_LETTER_REASON_CONTRACT;
  private static final DeadLetterReason BUG = DeadLetterReason.DEAD_LETTER_REASON_BUG;
  private static final DeadLetterReason BEHIND = DeadLetterReason.DEAD_LETTER_REASON_BEHIND;

  @Test
  void aRecordThatIsNotJsonIsParkedWholeAndItsKeyWaitsBehindIt() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      RecordMetadata place = rig.events.writeText(rig.load, "{\"id\":\"e-1\",\"type\":");
      rig.write("", "after");
      rig.write("-other", "other");

      rig.awaitApplied("other");
      rig.awaitParked(2);
      assertEquals(List.of("other"), rig.applied());
      assertEquals(List.of(CONTRACT, BEHIND), rig.reasons());
      DeadLetter letter = rig.body(rig.parked().getFirst());
      assertEquals("{\"id\":\"e-1\",\"type\":", letter.getText());
      assertEquals("e-1", letter.getEventId());
      assertEquals(rig.group, letter.getConsumer());
      assertEquals(place.partition(), letter.getPartition());
      assertEquals(Long.toString(place.offset()), letter.getOffset());
      assertEquals(rig.load, letter.getRecordKey());
      assertEquals("written-by", letter.getHeaders(0).getName());
      assertTrue(letter.getProblem().contains("not JSON"), letter::getProblem);
      assertEquals(1, letter.getAttempts());
      assertEquals(List.of(), ContractValidator.forWriters().violations(letter));
      assertEquals(
          List.of(), ContractValidator.forWriters().violations(rig.body(rig.parked().getLast())));
    }
  }

  @Test
  void dataThatBreaksItsRulesIsParkedWithTheirPlacesAndTheRevisionItClaims() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      String text = rig.events.text(rig.load, rig.load + "bad").replace("\"D-0001\"", "\"\"");
      rig.events.writeText(rig.load, text);

      rig.awaitParked(1);
      DeadLetter letter = rig.body(rig.parked().getFirst());
      assertEquals(CONTRACT, letter.getReason());
      assertTrue(letter.getProblem().contains("/driverId"), letter::getProblem);
      assertEquals("northwind.planning.v1.LoadAccepted", letter.getEventType());
      assertTrue(letter.getSchemaRevision().startsWith("urn:northwind:schema:"));
    }
  }

  @Test
  void aNewerVersionOfAKnownTypeIsParkedAndAnUnknownTypePassedOver() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      String text = rig.events.text(rig.load, rig.load + "newer");
      rig.events.writeText(
          rig.load + "-unknown", text.replace("v1.LoadAccepted", "v1.LoadPainted"));
      rig.events.writeText(rig.load, text.replace("v1.LoadAccepted", "v9.LoadAccepted"));
      rig.write("-unknown", "after");

      rig.awaitApplied("after");
      rig.awaitParked(1);
      DeadLetter letter = rig.body(rig.parked().getFirst());
      assertEquals(CONTRACT, letter.getReason());
      assertTrue(letter.getProblem().contains("newer than this build"), letter::getProblem);
    }
  }

  @Test
  void recordsWithoutValueOrKeyAndValuesThatAreNotTextAreParkedAsTheyAre() throws Exception {
    byte[] bytes = {(byte) 0xff, 0, (byte) 0xfe, '{'};
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.events.writeBytes(rig.load + "-null", null);
      RecordMetadata keyless = rig.events.writeText(null, "no key, no event");
      rig.events.writeBytes(rig.load + "-raw", bytes);

      rig.awaitParked(2);
      List<DeadLetter> letters = rig.parked().stream().map(rig::body).toList();
      DeadLetter raw =
          letters.stream().filter(l -> l.getRecordKey().endsWith("-raw")).findFirst().orElseThrow();
      assertArrayEquals(bytes, raw.getRaw().toByteArray());
      DeadLetter none =
          letters.stream()
              .filter(l -> l.getRecordKey().endsWith("-null"))
              .findFirst()
              .orElseThrow();
      assertEquals(DeadLetter.ValueCase.VALUE_NOT_SET, none.getValueCase());
      assertTrue(none.getProblem().contains("no value"), none::getProblem);
      await()
          .atMost(ConsumerRig.LIMIT)
          .until(
              () ->
                  rig.letters().index(rig.group).all().stream()
                      .anyMatch(
                          letter ->
                              letter.id().offset() == keyless.offset()
                                  && letter.id().partition() == keyless.partition()
                                  && letter.recordKey().isEmpty()));
      assertEquals(ByteString.copyFrom(bytes), raw.getRaw());
    }
  }

  @Test
  void aRecordTooLargeForALetterIsReadFromItsOwnTopicWhenItIsRedriven() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.poison.add(rig.load + "large");
      String text = rig.events.text(rig.load, rig.load + "large");
      String padding = "\"ignored\":\"" + "\\\"".repeat(400_000) + "\",";
      rig.events.writeText(rig.load, text.replace("\"specversion\"", padding + "\"specversion\""));

      rig.awaitParked(1);
      DeadLetter letter = rig.body(rig.parked().getFirst());
      assertEquals(DeadLetter.ValueCase.VALUE_NOT_SET, letter.getValueCase());
      assertTrue(letter.getProblem().contains("bytes, stays at"), letter::getProblem);

      rig.handler.poison.clear();
      rig.request(rig.parked().getFirst());

      rig.awaitApplied("large");
      rig.awaitParked(0);
    }
  }

  @Test
  void aBugIsParkedAfterThreeAttemptsWithItsStackAndRedrivenInOrderOnRequest() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.poison.add(rig.load + "2");
      for (String id : List.of("1", "2", "3", "4")) {
        rig.write("", id);
        rig.write("-other", "other-" + id);
      }
      rig.awaitApplied("1", "other-4");
      rig.awaitParked(3);
      assertEquals(List.of(BUG, BEHIND, BEHIND), rig.reasons());
      assertEquals(3, rig.handler.attempts(rig.load + "2"));
      assertEquals(0, rig.handler.attempts(rig.load + "3"));
      DeadLetter letter = rig.body(rig.parked().getFirst());
      assertEquals(3, letter.getAttempts());
      assertTrue(letter.getStack().contains("ScriptedHandler.apply"), letter::getStack);
      assertEquals(0, rig.body(rig.parked().getLast()).getAttempts());

      rig.request(rig.parked().getFirst());
      await().atMost(ConsumerRig.LIMIT).until(() -> rig.handler.attempts(rig.load + "2") == 4);
      await().atMost(ConsumerRig.LIMIT).until(() -> rig.parked().getFirst().attempts() == 4);
      assertEquals(List.of(BUG, BEHIND, BEHIND), rig.reasons());
      assertFalse(rig.body(rig.parked().getFirst()).hasRedriveRequestedTime());

      rig.handler.poison.clear();
      rig.request(rig.parked().getFirst());
      rig.awaitApplied("2", "3", "4");
      rig.awaitParked(0);
      rig.write("", "5");
      rig.awaitApplied("5");
      assertEquals(
          List.of("1", "2", "3", "4", "5"),
          rig.applied().stream().filter(id -> !id.startsWith("other")).toList());
      ConsumedEvent second =
          rig.handler.events().stream()
              .filter(event -> event.event().id().equals(rig.load + "2"))
              .findFirst()
              .orElseThrow();
      assertEquals(rig.topic(), second.topic());
      assertEquals(letter.getOffset(), Long.toString(second.offset()));
      assertEquals(letter.getPartition(), second.partition());
    }
  }

  @Test
  void whatPassesIsTriedAgainInPlaceAndNothingOvertakes() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.away.add(rig.load + "1");
      rig.write("", "1");
      rig.write("", "2");
      await().atMost(ConsumerRig.LIMIT).until(() -> rig.handler.attempts(rig.load + "1") > 4);
      assertEquals(List.of(), rig.applied());
      assertEquals(List.of(), rig.parked());

      rig.handler.away.clear();

      rig.awaitApplied("1", "2");
      assertEquals(List.of("1", "2"), rig.applied());
      assertEquals(List.of(), rig.parked());
    }
  }

  @Test
  void aNewBuildReadsWhatTheOldOneCouldNotAndWhatWaitsFollowsInOrder() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.poison.add(rig.load + "1");
      rig.write("", "1");
      rig.write("", "2");
      rig.awaitParked(2);

      rig.stop();
      rig.handler.poison.clear();
      rig.write("", "3");
      rig.startAgain();

      rig.awaitApplied("1", "2", "3");
      assertEquals(List.of("1", "2", "3"), rig.applied());
      rig.awaitParked(0);
    }
  }

  @Test
  void eventsGivenTogetherParkOnlyTheOneThatFails() throws Exception {
    try (ConsumerRig rig = new ConsumerRig(true, true)) {
      rig.handler.poison.add(rig.load + "2");
      for (int i = 1; i <= 3; i++) {
        rig.write("", Integer.toString(i));
        rig.write("-other", "other-" + i);
      }

      rig.awaitApplied("1", "other-1", "other-2", "other-3");
      rig.awaitParked(2);
      assertEquals(List.of(BUG, BEHIND), rig.reasons());
    }
  }

  @Test
  void whereLaterEventsMakeEarlierOnesObsoleteNothingWaits() throws Exception {
    try (ConsumerRig rig = new ConsumerRig(true, false)) {
      rig.handler.poison.add(rig.load + "2");
      rig.write("", "1");
      rig.write("", "2");
      rig.write("", "3");

      rig.awaitApplied("1", "3");
      rig.awaitParked(1);
      assertEquals(List.of(BUG), rig.reasons());
    }
  }

  @Test
  void whatWaitedBehindAPurgedLetterGoesOn() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.poison.add(rig.load + "1");
      rig.write("", "1");
      rig.write("", "2");
      rig.write("", "3");
      rig.awaitParked(3);
      Letter poison = rig.parked().getFirst();

      rig.letters().remove(List.of(poison.id()));

      rig.awaitApplied("2", "3");
      rig.awaitParked(0);
      assertEquals(List.of("2", "3"), rig.applied());
    }
  }

  @Test
  void lettersAreCountedByReason() throws Exception {
    try (ConsumerRig rig = ConsumerRig.start()) {
      rig.handler.poison.add(rig.load + "1");
      rig.write("", "1");
      rig.write("", "2");
      rig.awaitParked(2);

      assertEquals((double) rig.letters().index(rig.group).count(BUG), gauge(rig, "BUG"));
      assertEquals((double) rig.letters().index(rig.group).count(BEHIND), gauge(rig, "BEHIND"));
      assertEquals(
          1, rig.meters.get("northwind.deadletters.parked").tag("reason", "BUG").counter().count());
      assertTrue(rig.meters.get("northwind.deadletters.oldest.seconds").gauge().value() >= 0);
    }
  }

  private static double gauge(ConsumerRig rig, String reason) {
    return rig.meters
        .get("northwind.deadletters")
        .tag("consumer", rig.group)
        .tag("reason", reason)
        .gauge()
        .value();
  }
}
