package com.northwind.dispatch.localstack.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Hands out ports of the loopback interface that nobody listens on or has claimed. Thread-safe.
///
/// Ports it picks itself lie below the range the kernel takes outgoing connections from: otherwise
/// a client that retries a port whose server is down may, by chance, connect to itself and so keep
/// the server from coming back.
public final class Ports implements AutoCloseable {
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private final Set<Integer> given = new HashSet<>();
  private final PortClaims claims;

  Ports(PortClaims claims) {
    this.claims = claims;
  }

  /// Ports that no other stack on this machine has claimed either.
  public static Ports ofThisMachine() {
    return new Ports(PortClaims.ofThisMachine());
  }

  /// The port asked for, or another one when it is taken.
  public synchronized int preferring(int port) {
    return take(port) ? port : any();
  }

  /// Any free port.
  public synchronized int any() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (take(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between %d and %d".formatted(LOWEST, HIGHEST));
  }

  /// Lets other stacks have the ports.
  @Override
  public void close() {
    claims.close();
  }

  private boolean take(int port) {
    return given.add(port) && isFree(port) && claims.claim(port);
  }

  /// Whether nobody listens on this port, neither for TCP nor for UDP.
  public static boolean isFree(int port) {
    return canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && canListen(new InetSocketAddress(port));
  }

  private static boolean canListen(InetSocketAddress address) {
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(null)) {
      tcp.bind(address);
      udp.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
