package com.northwind.dispatch.gateway.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownSessionsTest {
  private final KnownSessions sessions = new KnownSessions();

  @Test
  void keepsTheHighestEpochWhateverComesLater() {
    sessions.observe(session("gw-1", 5, 100));
    sessions.observe(session("gw-2", 4, 200));
    assertEquals(Optional.of(5), sessions.of("ELD-1").map(Session::getEpoch));
  }

  @Test
  void takesTheEndOfTheSessionItKnows() {
    Session session = session("gw-1", 5, 100);
    sessions.observe(session);
    sessions.observe(session.toBuilder().setEndedTime(time(110)).build());
    assertTrue(sessions.of("ELD-1").orElseThrow().hasEndedTime());
  }

  @Test
  void agreesOnTheNewerOfTwoSessionsWithOneEpoch() {
    Session earlier = session("gw-2", 5, 100);
    Session later = session("gw-1", 5, 101);
    assertTrue(KnownSessions.isNewer(later, earlier));
    assertTrue(KnownSessions.isNewer(session("gw-2", 5, 100), session("gw-1", 5, 100)));
  }

  @Test
  void namesTheSessionsThatAKilledGatewayLeftBehind() {
    Session left = session("gw-1", 5, 100);
    sessions.observe(left);
    assertEquals(List.of(left), sessions.leftBehindBy("gw-1", Instant.ofEpochSecond(101)));
    assertEquals(List.of(), sessions.leftBehindBy("gw-2", Instant.ofEpochSecond(101)));
    assertEquals(List.of(), sessions.leftBehindBy("gw-1", Instant.ofEpochSecond(100)));
  }

  private static Session session(String node, int epoch, long since) {
    return Session.newBuilder()
        .setDeviceId("ELD-1")
        .setNode(node)
        .setEpoch(epoch)
        .setSince(time(since))
        .build();
  }

  private static Timestamp time(long seconds) {
    return Timestamp.newBuilder().setSeconds(seconds).build();
  }
}
