package com.northwind.dispatch.tabletpush.session;

import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.time.Instant;

/// Maps sessions to and from the events of `device.sessions`.
final class SessionRecords {
  private SessionRecords() {}

  static Session started(TabletIdentity identity, SessionEpoch epoch, String remoteAddress) {
    return Session.newBuilder()
        .setDeviceId(identity.tabletId())
        .setKind(DeviceKind.DEVICE_KIND_TABLET)
        .setDriverId(identity.driverId())
        .setEpoch((int) epoch.number())
        .setNode(epoch.node())
        .setRemoteAddress(remoteAddress)
        .setSince(timestamp(epoch.since()))
        .build();
  }

  static Session ended(Session started, Instant at, SessionEndReason reason) {
    return started.toBuilder().setEndedTime(timestamp(at)).setEndReason(reason).build();
  }

  static SessionEpoch epochOf(Session session) {
    Instant since =
        Instant.ofEpochSecond(session.getSince().getSeconds(), session.getSince().getNanos());
    return new SessionEpoch(Integer.toUnsignedLong(session.getEpoch()), since, session.getNode());
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
