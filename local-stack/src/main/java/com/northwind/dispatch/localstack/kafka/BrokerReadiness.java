package com.northwind.dispatch.localstack.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/// Tells whether a broker serves clients now.
public final class BrokerReadiness {
  private static final int CONNECT_LIMIT_MS = 200;
  private static final int ANSWER_LIMIT_MS = 2_000;

  private BrokerReadiness() {}

  /// Whether the broker on this port of the loopback interface answers and belongs to its cluster.
  public static boolean serves(int port) {
    if (!listens(port)) {
      return false;
    }
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MS);
    try (Admin admin = Admin.create(settings)) {
      return !admin
          .describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_LIMIT_MS))
          .nodes()
          .get(ANSWER_LIMIT_MS, TimeUnit.MILLISECONDS)
          .isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_LIMIT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
