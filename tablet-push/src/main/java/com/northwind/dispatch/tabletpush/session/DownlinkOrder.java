package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.tablet.v1.CaughtUp;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Heartbeat;
import com.northwind.dispatch.contracts.tablet.v1.Move;
import com.northwind.dispatch.tabletpush.mailbox.MailboxEntries;
import com.northwind.dispatch.tabletpush.mailbox.MailboxEntry;
import com.northwind.dispatch.tabletpush.uplink.UplinkLane;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a session sends next, once its connection can take more: the order to move, then the
/// mailbox, then acks, then a heartbeat.
///
/// Nothing is queued here: at most one move, one heartbeat, the newest sheet, and as many acks as
/// the uplink has permits. That is all a tablet that does not read can make the gateway keep.
final class DownlinkOrder {
  private static final GatewayToTablet CAUGHT_UP =
      GatewayToTablet.newBuilder().setCaughtUp(CaughtUp.getDefaultInstance()).build();

  private final MailboxEntries entries;
  private final UplinkLane uplink;
  private final Clock clock;
  private @Nullable Move move;
  private boolean heartbeatDue;

  DownlinkOrder(MailboxEntries entries, UplinkLane uplink, Clock clock) {
    this.entries = entries;
    this.uplink = uplink;
    this.clock = clock;
  }

  void move(Move order) {
    move = order;
  }

  /// A heartbeat is to be sent; asking twice before it leaves sends one.
  void heartbeat() {
    heartbeatDue = true;
  }

  boolean isEmpty() {
    return move == null && !entries.hasNext() && !uplink.hasAck() && !heartbeatDue;
  }

  /// The next message, which the caller sends.
  @Nullable Downlink next() {
    Move order = move;
    if (order != null) {
      move = null;
      return message(GatewayToTablet.newBuilder().setMove(order).build());
    }
    Optional<MailboxEntry> entry = entries.next();
    if (entry.isPresent()) {
      return switch (entry.get()) {
        case MailboxEntry.RouteSheetItem item -> new Downlink.Sheet(item.sheet());
        case MailboxEntry.CaughtUp() -> message(CAUGHT_UP);
      };
    }
    GatewayToTablet ack = uplink.nextAck();
    if (ack != null) {
      return message(ack);
    }
    if (heartbeatDue) {
      heartbeatDue = false;
      Heartbeat beat =
          Heartbeat.newBuilder().setSentTime(SessionRecords.timestamp(clock.instant())).build();
      return message(GatewayToTablet.newBuilder().setHeartbeat(beat).build());
    }
    return null;
  }

  private static Downlink message(GatewayToTablet message) {
    return new Downlink.Message(message);
  }
}
