package com.northwind.dispatch.localstack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void theWishedPortIsGivenWhenItIsFree() {
    int free = new Ports().any();

    assertEquals(free, new Ports().preferring(free));
  }

  @Test
  void anotherPortIsGivenWhenTheWishedOneIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertNotEquals(taken.getLocalPort(), new Ports().preferring(taken.getLocalPort()));
    }
  }

  @Test
  void aPortThatIsTakenForUdpOnlyIsNotFree() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      assertFalse(Ports.isFree(taken.getLocalPort()));
    }
  }

  @Test
  void noPortIsGivenTwice() {
    Ports ports = new Ports();
    int first = ports.any();

    assertNotEquals(first, ports.preferring(first));
    assertTrue(first < 32_768, "below the ports the kernel gives to clients");
  }
}
