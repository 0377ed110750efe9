package com.northwind.dispatch.localstack.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The broker settings that differ from Kafka's own defaults, and why.
final class BrokerSettings {
  private BrokerSettings() {}

  static Map<String, String> of(int port, int controllerPort, Path data) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(identity(port, controllerPort, data));
    settings.putAll(oneNode());
    settings.putAll(fastRestart());
    settings.putAll(smallFootprint());
    return settings;
  }

  private static Map<String, String> identity(int port, int controllerPort, Path data) {
    return Map.of(
        "process.roles", "broker,controller",
        "node.id", "1",
        "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
        "listeners",
            "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort),
        "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names", "CONTROLLER",
        "inter.broker.listener.name", "PLAINTEXT",
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs", data.toString());
  }

  /// There is nobody to replicate to, and topics come from the catalogue only.
  private static Map<String, String> oneNode() {
    return Map.of(
        "default.replication.factor", "1",
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "3",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "1",
        "auto.create.topics.enable", "false");
  }

  /// After a `kill -9` the broker has to wait for its own earlier registration to expire.
  private static Map<String, String> fastRestart() {
    return Map.of(
        "broker.session.timeout.ms", "3000",
        "broker.heartbeat.interval.ms", "500",
        "controller.quorum.election.timeout.ms", "250",
        "controller.quorum.fetch.timeout.ms", "1000",
        "group.initial.rebalance.delay.ms", "0");
  }

  private static Map<String, String> smallFootprint() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "2",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "2",
        "log.cleaner.dedupe.buffer.size", "8388608",
        "log.segment.bytes", "134217728");
  }
}
