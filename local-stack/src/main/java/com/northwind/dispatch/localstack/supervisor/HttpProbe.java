package com.northwind.dispatch.localstack.supervisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a process on this machine over HTTP whether it serves.
final class HttpProbe {
  private static final int LIMIT_MS = 1_000;

  private HttpProbe() {}

  /// Whether `GET /readyz` on this port answers 200.
  static boolean isReady(int port) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:%d/readyz".formatted(port)).toURL().openConnection();
      connection.setConnectTimeout(LIMIT_MS);
      connection.setReadTimeout(LIMIT_MS);
      connection.setUseCaches(false);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
