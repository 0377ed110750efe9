package com.northwind.dispatch.gateway;

import com.northwind.dispatch.gateway.listener.EldListenerConfig;
import com.northwind.dispatch.gateway.tablet.TabletListenerConfig;
import com.northwind.dispatch.processkit.canary.ContractCanary;
import com.northwind.dispatch.processkit.config.Settings;
import com.northwind.dispatch.processkit.kafka.KafkaSettings;
import java.time.Duration;

/// Everything a gateway is told at its start.
///
/// @param node name of this gateway, unique among its replicas
/// @param kafka how to reach Kafka
/// @param bindAddress address every port is bound to
/// @param adminPort port for operators
/// @param inFlightBytes bytes that may wait for Kafka in this process before it stops reading
/// @param drain how long a stop may take to move tablets and to acknowledge what ELDs have sent
/// @param canaryPercent share of the emitted events that are held to their contract, 0 to 100
/// @param eld the ELD listeners
/// @param tablet the tablet listener
public record GatewayConfig(
    String node,
    KafkaSettings kafka,
    String bindAddress,
    int adminPort,
    int inFlightBytes,
    Duration drain,
    int canaryPercent,
    EldListenerConfig eld,
    TabletListenerConfig tablet) {
  private static final int DEFAULT_ADMIN_PORT = 9100;
  private static final int DEFAULT_IN_FLIGHT_BYTES = 32 << 20;
  private static final int MIN_IN_FLIGHT_BYTES = 64 << 10;
  private static final Duration DEFAULT_DRAIN = Duration.ofSeconds(5);
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(12);

  public GatewayConfig {
    if (drain.compareTo(LONGEST_DRAIN) > 0) {
      throw new IllegalArgumentException("drain may take " + LONGEST_DRAIN + ", not " + drain);
    }
  }

  /// Reads the settings.
  ///
  /// @throws com.northwind.dispatch.processkit.config.InvalidSettingsException with every mistake
  public static GatewayConfig from(Settings settings) {
    String node = settings.text("NODE", "gateway");
    KafkaSettings kafka = KafkaSettings.from(settings, node);
    String bindAddress = settings.text("BIND_ADDRESS", "0.0.0.0");
    int adminPort = settings.port("ADMIN_PORT", DEFAULT_ADMIN_PORT);
    int inFlightBytes =
        settings.integer(
            "IN_FLIGHT_BYTES", DEFAULT_IN_FLIGHT_BYTES, MIN_IN_FLIGHT_BYTES, Integer.MAX_VALUE);
    Duration drain = settings.duration("DRAIN", DEFAULT_DRAIN, Duration.ZERO);
    TabletListenerConfig tablet = TabletListenerConfig.from(settings);
    EldListenerConfig eld = EldListenerConfig.from(settings);
    return new GatewayConfig(
        node,
        kafka,
        bindAddress,
        adminPort,
        inFlightBytes,
        min(drain, LONGEST_DRAIN),
        ContractCanary.percent(settings),
        eld,
        tablet);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
