package com.northwind.dispatch.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.fake.EldFrames;
import com.northwind.dispatch.gateway.fake.EldSocket;
import com.northwind.dispatch.gateway.fake.RunningGateway;
import com.northwind.dispatch.gateway.fake.TabletChannel;
import com.northwind.dispatch.gateway.fake.TopicProbe;
import com.northwind.dispatch.gateway.listener.EldListenerConfig;
import com.northwind.dispatch.localstack.kafka.LocalBroker;
import com.northwind.dispatch.tabletpush.fake.FakeTablet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What devices notice of an outage of Kafka: that their answer takes longer.
@TestInstance(Lifecycle.PER_CLASS)
class OutageTest {
  private static final Duration IDLE = Duration.ofSeconds(4);
  private static final int CONNECTION_BYTES = 8 << 10;
  private static final int PROCESS_BYTES = 64 << 10;

  private LocalBroker broker;
  private RunningGateway gateway;

  @BeforeAll
  void start(@TempDir Path brokerFiles, @TempDir Path directory) throws Exception {
    broker = LocalBroker.start(brokerFiles);
    EldListenerConfig small =
        new EldListenerConfig(0, 0, Duration.ofSeconds(30), IDLE, 1_000, 10, CONNECTION_BYTES);
    gateway = RunningGateway.start(broker.bootstrapServers(), directory, small, PROCESS_BYTES);
  }

  @AfterAll
  void stop() {
    gateway.close();
    broker.close();
  }

  @Test
  void acknowledgesOnlyAfterTheRecordIsDurable() throws Exception {
    Device device = gateway.addEld();
    try (EldSocket eld = EldSocket.loggedIn(gateway.gateway().eldTcpPort(), device.getImei())) {
      eld.send(EldFrames.records(Instant.now(), 1, 2));
      eld.expectAck(2);

      broker.stop();
      eld.send(EldFrames.records(Instant.now(), 3, 3));
      // Longer than the idle time-out: a device that waits for its answer is not idle.
      eld.expectNothing(IDLE.plusSeconds(1));
      broker.restart();

      eld.expectAck(3);
    }
    try (TopicProbe telemetry = gateway.probe(Topics.ELD_TELEMETRY)) {
      List<Telemetry> records =
          telemetry.await(Telemetry.class, it -> it.getDeviceId().equals(device.getDeviceId()), 5);
      assertEquals(List.of(1, 2, 3, 4, 5), records.stream().map(OutageTest::number).toList());
    }
  }

  @Test
  void keepsATabletConnectedAndAcknowledgesItsActionOnceItIsDurable() throws Exception {
    Device device = gateway.addTablet();
    String driver = "D-" + UUID.randomUUID();
    String token = gateway.identity().tokens().issue(device.getDeviceId(), driver, Instant.now());
    try (TabletChannel channel = TabletChannel.to(gateway);
        FakeTablet tablet =
            FakeTablet.connect(channel.channel(), device.getDeviceId(), driver, token).hello()) {
      tablet.awaitCaughtUp();
      broker.stop();

      String action = tablet.accept("L-1");
      Awaitility.await()
          .during(Duration.ofSeconds(2))
          .until(() -> tablet.received().stream().noneMatch(GatewayToTablet::hasActionAck));
      broker.restart();

      assertEquals("", tablet.awaitActionAck(action).getRefusedBecause());
    }
  }

  @Test
  void stopsReadingWhenTooMuchWaitsAndLosesAndClosesNothing() throws Exception {
    int devices = 20;
    int framesEach = 100;
    List<Device> fleet = Stream.generate(gateway::addEld).limit(devices).toList();
    List<Device> latecomers = Stream.generate(gateway::addEld).limit(8).toList();
    List<EldSocket> elds = new ArrayList<>();
    for (Device device : fleet) {
      elds.add(EldSocket.loggedIn(gateway.gateway().eldTcpPort(), device.getImei()));
    }

    broker.stop();
    Instant first = Instant.now();
    for (EldSocket eld : elds) {
      for (int frame = 0; frame < framesEach; frame++) {
        eld.send(EldFrames.records(first.plusSeconds(2L * frame), 2 * frame + 1, 2));
      }
    }
    Awaitility.await()
        .until(() -> gateway.meter("northwind_gateway_eld_connections_paused") == devices);
    double waiting = gateway.meter("northwind_gateway_bytes_in_flight");
    assertTrue(waiting < PROCESS_BYTES + devices * 20_000, "bytes in flight: " + waiting);
    // Every event loop still answers; a blocked one would not for a minute.
    for (Device late : latecomers) {
      EldSocket.loggedIn(gateway.gateway().eldTcpPort(), late.getImei()).close();
    }
    broker.restart();

    for (EldSocket eld : elds) {
      for (int frame = 0; frame < framesEach; frame++) {
        eld.expectAck(2);
      }
    }
    try (TopicProbe telemetry = gateway.probe(Topics.ELD_TELEMETRY)) {
      Set<String> ids = fleet.stream().map(Device::getDeviceId).collect(Collectors.toSet());
      List<Telemetry> records =
          telemetry.await(
              Telemetry.class, it -> ids.contains(it.getDeviceId()), devices * framesEach * 2);
      for (String id : ids) {
        List<Integer> numbers =
            records.stream()
                .filter(it -> it.getDeviceId().equals(id))
                .map(OutageTest::number)
                .toList();
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers, "order of " + id);
        assertEquals(framesEach * 2, numbers.size());
      }
    }
    for (EldSocket eld : elds) {
      eld.close();
    }
  }

  private static int number(Telemetry record) {
    return record.getVendorParametersList().stream()
        .filter(it -> it.getName().equals("io" + EldFrames.SEQUENCE_ELEMENT))
        .map(it -> (int) it.getNumber())
        .collect(Collectors.toList())
        .getFirst();
  }
}
