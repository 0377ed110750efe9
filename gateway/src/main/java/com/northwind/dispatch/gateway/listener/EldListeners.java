package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.eldprotocols.EldProtocols;
import com.northwind.dispatch.gateway.device.DeviceDirectory;
import com.northwind.dispatch.gateway.device.EldSessions;
import com.northwind.dispatch.gateway.device.RefusalLimit;
import com.northwind.dispatch.gateway.device.UnknownDevices;
import com.northwind.dispatch.gateway.eventloop.EventLoops;
import com.northwind.dispatch.gateway.ingest.BytesInFlight;
import com.northwind.dispatch.gateway.ingest.EventPublisher;
import com.northwind.dispatch.gateway.ingest.RejectEvents;
import com.northwind.dispatch.gateway.ingest.TelemetryEvents;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;

/// Every port that ELDs come to.
public final class EldListeners implements AutoCloseable {
  private final EldTcpListener tcp;
  private final EldUdpListener udp;
  private final EldMetrics metrics;
  private final Duration drain;

  private EldListeners(EldTcpListener tcp, EldUdpListener udp, EldMetrics metrics, Duration drain) {
    this.tcp = tcp;
    this.udp = udp;
    this.metrics = metrics;
    this.drain = drain;
  }

  /// What the listeners hand frames to and ask about devices.
  public record Parts(
      DeviceDirectory directory,
      EldSessions sessions,
      UnknownDevices unknown,
      RefusalLimit refusals,
      TelemetryEvents telemetry,
      RejectEvents rejects,
      EventPublisher publisher,
      BytesInFlight inFlight) {}

  /// Starts listening.
  ///
  /// @param drain how long closing may take to answer what is owed
  /// @throws IOException when a port is taken; the message names it
  public static EldListeners start(
      String bindAddress,
      EldListenerConfig config,
      EventLoops loops,
      Parts parts,
      MeterRegistry meters,
      Clock clock,
      Duration drain)
      throws IOException {
    EldMetrics metrics = new EldMetrics(meters);
    Intake intake =
        new Intake(
            parts.telemetry(),
            parts.rejects(),
            parts.publisher(),
            parts.inFlight(),
            parts.unknown(),
            parts.refusals(),
            metrics,
            clock);
    EldServices services =
        new EldServices(
            config,
            new ProtocolDetector(EldProtocols.streams()),
            parts.directory(),
            parts.sessions(),
            intake);
    EldTcpListener tcp =
        EldTcpListener.start(new InetSocketAddress(bindAddress, config.tcpPort()), loops, services);
    EldUdpListener udp =
        EldUdpListener.start(
            new InetSocketAddress(bindAddress, config.udpPort()),
            loops,
            EldProtocols.datagrams().getFirst(),
            services);
    return new EldListeners(tcp, udp, metrics, drain);
  }

  /// The TCP port in use.
  public int tcpPort() {
    return tcp.port();
  }

  /// The UDP port in use.
  public int udpPort() {
    return udp.port();
  }

  /// Whether both ports are open.
  public boolean areListening() {
    return tcp.isListening() && udp.isListening();
  }

  /// TCP connections now.
  public int connections() {
    return metrics.connections();
  }

  /// Connections that are not read now because too much waits for Kafka.
  public int paused() {
    return metrics.paused();
  }

  /// Takes nothing more, answers what is owed within the drain time, and closes every connection.
  @Override
  public void close() {
    long begin = System.nanoTime();
    tcp.drain(drain);
    Duration left = drain.minusNanos(System.nanoTime() - begin);
    udp.drain(left.isNegative() ? Duration.ZERO : left);
  }
}
