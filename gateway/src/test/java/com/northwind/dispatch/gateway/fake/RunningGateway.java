package com.northwind.dispatch.gateway.fake;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.contracts.envelope.EventCodec;
import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.gateway.Gateway;
import com.northwind.dispatch.gateway.GatewayConfig;
import com.northwind.dispatch.gateway.listener.EldListenerConfig;
import com.northwind.dispatch.gateway.tablet.TabletListenerConfig;
import com.northwind.dispatch.localstack.identity.DevelopmentIdentity;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A gateway on a real broker and on free ports, with whatever devices a test puts in the
/// directory.
public final class RunningGateway implements AutoCloseable {

  private final String bootstrapServers;
  private final DevelopmentIdentity identity;
  private final KafkaProducer<String, byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Gateway gateway;

  private RunningGateway(
      String bootstrapServers, DevelopmentIdentity identity, GatewayConfig config)
      throws IOException, InterruptedException {
    this.bootstrapServers = bootstrapServers;
    this.identity = identity;
    this.producer = config.kafka().newProducer("test");
    this.gateway = Gateway.start(config, Clock.systemUTC());
  }

  /// Starts one with the settings of production, but for its ports.
  public static RunningGateway start(String bootstrapServers, Path directory)
      throws IOException, InterruptedException {
    return start(bootstrapServers, directory, EldListenerConfig.DEFAULTS, 32 << 20);
  }

  /// Starts one.
  ///
  /// @param directory where certificates and keys are made
  public static RunningGateway start(
      String bootstrapServers, Path directory, EldListenerConfig eld, int inFlightBytes)
      throws IOException, InterruptedException {
    DevelopmentIdentity identity = DevelopmentIdentity.in(directory, Instant.now());
    return new RunningGateway(
        bootstrapServers,
        identity,
        config(freshNode(), bootstrapServers, 0, identity, eld, inFlightBytes));
  }

  /// Starts one under a given name.
  public static RunningGateway startAs(String node, String bootstrapServers, Path directory)
      throws IOException, InterruptedException {
    DevelopmentIdentity identity = DevelopmentIdentity.in(directory, Instant.now());
    return new RunningGateway(
        bootstrapServers,
        identity,
        config(node, bootstrapServers, 0, identity, EldListenerConfig.DEFAULTS, 32 << 20));
  }

  /// A name no other gateway has.
  public static String freshNode() {
    return "gw-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /// The settings of a gateway on free ports.
  public static GatewayConfig config(
      String node,
      String bootstrapServers,
      int adminPort,
      DevelopmentIdentity identity,
      EldListenerConfig eld,
      int inFlightBytes) {
    return new GatewayConfig(
        node,
        new KafkaSettings(bootstrapServers, node),
        "127.0.0.1",
        adminPort,
        inFlightBytes,
        Duration.ofSeconds(3),
        100,
        eld,
        new TabletListenerConfig(
            0,
            identity.serverCertificate(),
            identity.serverKey(),
            identity.tokenKeys(),
            Duration.ofSeconds(15)));
  }

  /// The gateway.
  public Gateway gateway() {
    return gateway;
  }

  /// Certificates and tokens of this gateway.
  public DevelopmentIdentity identity() {
    return identity;
  }

  /// An IMEI nobody else uses.
  public static String freshImei() {
    return "35%013d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000_000L));
  }

  /// An ELD in service that nobody else uses, already known to the gateway.
  public Device addEld() {
    String imei = freshImei();
    Device device =
        Device.newBuilder()
            .setDeviceId("ELD-" + imei)
            .setKind(DeviceKind.DEVICE_KIND_ELD)
            .setProtocol("teltonika")
            .setImei(imei)
            .setVehicleId("T-" + imei)
            .setStatus(DeviceStatus.DEVICE_STATUS_ACTIVE)
            .build();
    put(device);
    return device;
  }

  /// A tablet in service that nobody else uses, already known to the gateway.
  public Device addTablet() {
    Device device =
        Device.newBuilder()
            .setDeviceId("TAB-" + UUID.randomUUID())
            .setKind(DeviceKind.DEVICE_KIND_TABLET)
            .setStatus(DeviceStatus.DEVICE_STATUS_ACTIVE)
            .build();
    put(device);
    return device;
  }

  /// Puts a device into the directory and waits until the gateway knows it.
  public void put(Device device) {
    publish(Topics.DEVICE_DIRECTORY, device.getDeviceId(), device);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> get("/v1/devices/" + device.getDeviceId() + "/connection").statusCode() == 200);
  }

  /// Puts a driver's sheet on its topic.
  public void publish(RouteSheet sheet) {
    publish(Topics.TABLET_INSTRUCTIONS, sheet.getDriverId(), sheet);
  }

  /// Puts any event on a topic and waits until it is there.
  public void publish(Topic topic, String key, Message data) {
    EventEnvelope event =
        new EventEnvelope(
            UUID.randomUUID().toString(), "/test", key, Instant.now(), key, null, data);
    try {
      var _ =
          producer
              .send(new ProducerRecord<>(topic.name(), key, EventCodec.ofCatalogue().encode(event)))
              .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("cannot publish to " + topic.name(), e);
    }
  }

  /// Asks the admin port.
  public HttpResponse<String> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.adminPort() + path))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("admin port does not answer " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// The value of a meter, by the beginning of its line in Prometheus' form.
  public double meter(String line) {
    return get("/metrics")
        .body()
        .lines()
        .filter(l -> l.startsWith(line))
        .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
        .sum();
  }

  /// Reads a topic of the broker.
  public TopicProbe probe(Topic topic) {
    return TopicProbe.of(topic, bootstrapServers);
  }

  @Override
  public void close() {
    double violations = meter("northwind_contract_violations_total");
    gateway.close();
    producer.close(Duration.ZERO);
    http.close();
    if (violations > 0) {
      throw new AssertionError("events that break their contract left this gateway");
    }
  }
}
