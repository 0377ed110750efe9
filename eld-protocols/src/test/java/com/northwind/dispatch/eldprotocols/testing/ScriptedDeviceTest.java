package com.northwind.dispatch.eldprotocols.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptedDeviceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration IMPATIENCE = Duration.ofMillis(20);

  @Test
  void sendsAndExpectsAsItsScriptSays() throws IOException {
    try (ServerSocket listener = listener();
        ScriptedDevice device = ScriptedDevice.connect(address(listener), PATIENCE);
        Socket server = listener.accept()) {
      device.sendByteByByte(WireBytes.ofHex("0102"));
      server.getOutputStream().write(new byte[] {3, 4});

      device.expect(WireBytes.ofHex("0304"));
      device.hangUp();
      assertEquals(WireBytes.ofHex("0102"), WireBytes.of(server.getInputStream().readAllBytes()));
      server.shutdownOutput();
      device.expectClosed();
    }
  }

  @Test
  void failsOnAnythingElse() throws IOException {
    try (ServerSocket listener = listener();
        ScriptedDevice device = ScriptedDevice.connect(address(listener), IMPATIENCE);
        Socket server = listener.accept()) {
      assertThrows(AssertionError.class, device::expectClosed);
      assertThrows(AssertionError.class, () -> device.receive(1));
      server.getOutputStream().write(9);
      server.shutdownOutput();
      assertThrows(AssertionError.class, () -> device.expect(WireBytes.ofHex("00")));
      assertThrows(AssertionError.class, () -> device.receive(1));
    }
  }

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static InetSocketAddress address(ServerSocket listener) {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }
}
