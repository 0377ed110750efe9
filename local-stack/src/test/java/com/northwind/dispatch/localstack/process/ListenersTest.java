package com.northwind.dispatch.localstack.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.postgres.LocalPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenersTest {
  private static final long US = ProcessHandle.current().pid();

  @TempDir Path directory;

  @Test
  void aListenerIsFoundUntilItCloses() throws Exception {
    int port;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
      assertTrue(Listeners.isListening(US, port));
    }
    assertFalse(Listeners.isListening(US, port));
  }

  @Test
  void somebodyElsesListenerIsNotOurs() {
    try (LocalPostgres other = LocalPostgres.start(directory)) {
      assertTrue(Listeners.isListening(other.pid(), other.address().port()));
      assertFalse(Listeners.isListening(US, other.address().port()));
    }
  }
}
