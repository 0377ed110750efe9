package com.northwind.dispatch.processkit.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.planning.v1.LoadAccepted;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContractCanaryTest {
  private static final LoadAccepted GOOD =
      LoadAccepted.newBuilder()
          .setLoadId("L-1")
          .setAssignmentNo(1)
          .setDriverId("D-1")
          .setAcceptedTime(Timestamps.fromSeconds(1_763_800_000L))
          .build();

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EventCodec codec = EventCodec.ofCatalogue();

  private static EventEnvelope event(LoadAccepted data) {
    return new EventEnvelope("id", "/test", "L-1", Instant.EPOCH, "L-1", null, data);
  }

  private double found() {
    return meters.find(ContractCanary.METER).counters().stream().mapToDouble(c -> c.count()).sum();
  }

  @Test
  void isSilentAboutAnEventThatKeepsItsContract() {
    new ContractCanary(100, meters).look(event(GOOD), codec.encode(event(GOOD)));

    assertEquals(0, found());
  }

  @Test
  void countsAnEventThatBreaksItsContract() {
    EventEnvelope broken = event(GOOD.toBuilder().clearDriverId().build());

    new ContractCanary(100, meters).look(broken, codec.encode(broken));

    assertEquals(1, found());
  }

  @Test
  void countsBytesThatSayAnotherThingThanTheEvent() {
    EventEnvelope other = event(GOOD.toBuilder().setDriverId("D-2").build());
    ContractCanary canary = new ContractCanary(100, meters);

    canary.look(event(GOOD), codec.encode(other));
    canary.look(event(GOOD), "{".getBytes(StandardCharsets.UTF_8));

    assertEquals(2, found());
  }

  @Test
  void looksAtNothingWhenItIsToldTo() {
    EventEnvelope broken = event(LoadAccepted.getDefaultInstance());

    new ContractCanary(0, meters).look(broken, codec.encode(broken));

    assertEquals(0, found());
  }
}
