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
    int free;
    try (Ports ports = Ports.ofThisMachine()) {
      free = ports.any();
    }

    try (Ports ports = Ports.ofThisMachine()) {
      assertEquals(free, ports.preferring(free));
    }
  }

  @Test
  void anotherPortIsGivenWhenTheWishedOneIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Ports ports = Ports.ofThisMachine()) {
      assertNotEquals(taken.getLocalPort(), ports.preferring(taken.getLocalPort()));
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
    try (Ports ports = Ports.ofThisMachine()) {
      int first = ports.any();

      assertNotEquals(first, ports.preferring(first));
      assertTrue(first < 32_768, "below the ports the kernel gives to clients");
    }
  }

  @Test
  void twoStacksNeverGetTheSamePortThoughNeitherListensYet() {
    int port;
    try (Ports first = Ports.ofThisMachine();
        Ports second = Ports.ofThisMachine()) {
      port = first.any();
      assertNotEquals(port, second.preferring(port));
    }

    try (Ports third = Ports.ofThisMachine()) {
      assertEquals(port, third.preferring(port));
    }
  }
}
