package com.northwind.dispatch.gateway.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Timestamp;
import com.northwind.dispatch.contracts.device.v1.Session;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What operators see of a device's newest connection.
///
/// @param deviceId directory id
/// @param connected whether it is connected now, to any gateway
/// @param node gateway that has or had it; null when it never connected
/// @param epoch number of the session; null when it never connected
/// @param driverId driver signed in on a tablet; null for an ELD
/// @param remoteAddress address and port it came from
/// @param since when the session began
/// @param endedAt when the session ended; null while it lives
/// @param endReason why it ended; null while it lives
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionView(
    String deviceId,
    boolean connected,
    @Nullable String node,
    @Nullable Long epoch,
    @Nullable String driverId,
    @Nullable String remoteAddress,
    @Nullable Instant since,
    @Nullable Instant endedAt,
    @Nullable String endReason) {

  static ConnectionView never(String deviceId) {
    return new ConnectionView(deviceId, false, null, null, null, null, null, null, null);
  }

  static ConnectionView of(Session session) {
    boolean ended = session.hasEndedTime();
    return new ConnectionView(
        session.getDeviceId(),
        !ended,
        session.getNode(),
        Integer.toUnsignedLong(session.getEpoch()),
        session.getDriverId().isEmpty() ? null : session.getDriverId(),
        session.getRemoteAddress(),
        instant(session.getSince()),
        ended ? instant(session.getEndedTime()) : null,
        ended ? word(session.getEndReason().name()) : null);
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  private static String word(String reason) {
    return reason.replace("SESSION_END_REASON_", "").toLowerCase(Locale.ROOT);
  }
}
