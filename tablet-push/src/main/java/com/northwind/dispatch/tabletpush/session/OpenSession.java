package com.northwind.dispatch.tabletpush.session;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.device.v1.Session;
import com.northwind.dispatch.contracts.tablet.v1.ActionAck;
import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Move;
import com.northwind.dispatch.contracts.tablet.v1.Receipt;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.SheetReceipt;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.contracts.tablet.v1.Welcome;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import com.northwind.dispatch.tabletpush.mailbox.Mailbox;
import com.northwind.dispatch.tabletpush.mailbox.MailboxEntries;
import com.northwind.dispatch.tabletpush.mailbox.SheetFrame;
import com.northwind.dispatch.tabletpush.uplink.ActionCheck;
import com.northwind.dispatch.tabletpush.uplink.UplinkItem;
import com.northwind.dispatch.tabletpush.uplink.UplinkLane;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an open session does: sends what waits while the connection takes it, reads while there is
/// room for what is read, and answers. Confined to the driver's loop.
final class OpenSession {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSession.class);

  /// What a receipt weighs in memory, about.
  private static final int RECEIPT_BYTES = 96;

  private final TabletSession stream;
  private final TabletIdentity identity;
  private final SessionEpoch epoch;
  private final Session record;
  private final TabletLink link;
  private final Mailbox mailbox;
  private final SessionServices services;

  private final MailboxEntries entries;
  private final UplinkLane uplink;
  private final DownlinkOrder order;
  private final Liveness liveness;
  private boolean stopped;
  private boolean recordSeen;

  /// @param sheetRevision newest sheet on the tablet; 0 for none
  OpenSession(TabletSession stream, SessionEpoch epoch, long sheetRevision) {
    this.stream = stream;
    this.identity = stream.identity();
    this.epoch = epoch;
    this.link = stream.link();
    this.record = SessionRecords.started(identity, epoch, link.remoteAddress());
    this.mailbox = stream.route().mailbox();
    this.services = stream.services();
    this.entries = mailbox.entries(sheetRevision);
    this.uplink =
        new UplinkLane(
            services.sink(),
            services.uplinkLimits(),
            services.budget(),
            stream.route()::execute,
            services.timer(),
            services.metrics(),
            stream::pumpSoon);
    this.order = new DownlinkOrder(entries, uplink, services.clock());
    this.liveness = new Liveness(services.rules(), services.timer().nowMillis());
  }

  /// Says Welcome, and everything the tablet lacks.
  void welcome() {
    Welcome welcome =
        Welcome.newBuilder()
            .setEpoch((int) epoch.number())
            .setSheetRevision((int) mailbox.state().newestRevision())
            .setHeartbeatIntervalS((int) services.rules().heartbeat().toSeconds())
            .setServerTime(SessionRecords.timestamp(services.clock().instant()))
            .setNode(services.node())
            .build();
    transmit(new Downlink.Message(GatewayToTablet.newBuilder().setWelcome(welcome).build()));
    pump();
  }

  /// Sends while the connection takes it, then reads on if there is room.
  void pump() {
    while (!stopped && !order.isEmpty()) {
      if (!link.isReady()) {
        liveness.blocked(services.timer().nowMillis());
        break;
      }
      Downlink next = order.next();
      if (next != null) {
        transmit(next);
      }
    }
    if (order.isEmpty()) {
      liveness.unblocked();
    }
    if (!stopped && !liveness.isReading() && uplink.hasRoom()) {
      liveness.reading(services.timer().nowMillis());
      link.requestNext();
    }
  }

  private void transmit(Downlink message) {
    link.send(message);
    liveness.sent(services.timer().nowMillis());
    if (message instanceof Downlink.Sheet(SheetFrame sheet)) {
      mailbox.sent(sheet, identity.tabletId(), services.timer().nowMillis());
      services.metrics().sheetPushed(sheet.sizeBytes());
      Timestamp now = SessionRecords.timestamp(services.clock().instant());
      Receipt sent = receipt(sheet.revision(), ReceiptStage.RECEIPT_STAGE_SENT, now);
      uplink.offer(new UplinkItem.SentReceipt(sent), RECEIPT_BYTES);
    }
  }

  /// Takes a message from the tablet.
  void receive(TabletToGateway message, int sizeBytes) {
    liveness.heard(services.timer().nowMillis());
    switch (message.getMessageCase()) {
      case HELLO -> violated("a second Hello on one stream");
      case RECEIPT -> onReceipt(message.getReceipt());
      case ACTION -> onAction(message.getAction(), sizeBytes);
      case HEARTBEAT -> order.heartbeat();
      case MESSAGE_NOT_SET -> onUnknown(message);
    }
    pump();
  }

  /// A newer app may say more than this gateway knows: that is passed over. Saying nothing is not.
  private void onUnknown(TabletToGateway message) {
    if (message.getUnknownFields().asMap().isEmpty()) {
      violated("an empty message");
    }
  }

  private void onReceipt(SheetReceipt receipt) {
    long revision = Integer.toUnsignedLong(receipt.getRevision());
    Optional<String> problem = problemOf(receipt, revision);
    if (problem.isPresent()) {
      violated(problem.get());
      return;
    }
    mailbox
        .acknowledge(revision, services.timer().nowMillis())
        .ifPresent(millis -> services.metrics().sheetConfirmed(Duration.ofMillis(millis)));
    Receipt event = receipt(revision, receipt.getStage(), receipt.getOccurredTime());
    uplink.offer(new UplinkItem.TabletReceipt(event), RECEIPT_BYTES);
  }

  private Optional<String> problemOf(SheetReceipt receipt, long revision) {
    if (revision == 0 || revision > entries.haveRevision()) {
      return Optional.of(
          "a receipt for revision "
              + revision
              + ", the newest on this stream is "
              + entries.haveRevision());
    }
    if (receipt.getStage() != ReceiptStage.RECEIPT_STAGE_ON_DEVICE
        && receipt.getStage() != ReceiptStage.RECEIPT_STAGE_SEEN) {
      return Optional.of("a receipt whose stage is neither ON_DEVICE nor SEEN");
    }
    if (!receipt.hasOccurredTime() || !Timestamps.isValid(receipt.getOccurredTime())) {
      return Optional.of("a receipt without a valid occurred_time");
    }
    return Optional.empty();
  }

  private Receipt receipt(long revision, ReceiptStage stage, Timestamp occurred) {
    return Receipt.newBuilder()
        .setDriverId(identity.driverId())
        .setTabletId(identity.tabletId())
        .setRevision((int) revision)
        .setStage(stage)
        .setOccurredTime(occurred)
        .setEpoch((int) epoch.number())
        .build();
  }

  private void onAction(DriverAction action, int sizeBytes) {
    if (!ActionCheck.isAnswerable(action)) {
      violated("an action without a usable action_id");
      return;
    }
    Optional<String> refusal = ActionCheck.refusal(action, identity);
    if (refusal.isPresent()) {
      refuse(action, refusal.get());
      return;
    }
    Timestamp received = SessionRecords.timestamp(services.clock().instant());
    DriverAction accepted = ActionCheck.accepted(action, identity, received);
    uplink.offer(new UplinkItem.Action(accepted), sizeBytes);
  }

  private void refuse(DriverAction action, String because) {
    services.metrics().actionRefused();
    LOG.atWarn()
        .addKeyValue("driverId", identity.driverId())
        .addKeyValue("deviceId", identity.tabletId())
        .addKeyValue("because", because)
        .log("driver action refused");
    ActionAck ack =
        ActionAck.newBuilder().setActionId(action.getActionId()).setRefusedBecause(because).build();
    uplink.answer(GatewayToTablet.newBuilder().setActionAck(ack).build());
  }

  /// Asks the tablet to open a new stream and leave this one.
  ///
  /// @return when it must have left, on the timer's clock
  long move(Duration after) {
    Move move =
        Move.newBuilder()
            .setAfterMs((int) after.toMillis())
            .setReason(CloseReason.CLOSE_REASON_DRAIN)
            .build();
    order.move(move);
    long deadline = liveness.moving(services.timer().nowMillis(), after);
    pump();
    return deadline;
  }

  /// Looks at the time: ends a session that is due, sends a heartbeat on a quiet one.
  ///
  /// @return milliseconds until the next look
  long check() {
    long now = services.timer().nowMillis();
    Optional<SessionClose> due = liveness.closeAt(now);
    if (due.isPresent()) {
      stream.close(due.get());
      return 0;
    }
    if (liveness.isTooOld(now)) {
      var _ = move(Liveness.jitter(services.rules().heartbeat()));
    }
    if (liveness.isQuiet(now)) {
      order.heartbeat();
      pump();
    }
    return liveness.nextLook(now);
  }

  private void violated(String because) {
    stream.close(SessionClose.protocol(because));
  }

  /// The stream is over.
  void stop() {
    stopped = true;
    uplink.stop();
  }

  /// Whether the tablet said something within the last heartbeat.
  boolean isLively() {
    return liveness.isLively(services.timer().nowMillis());
  }

  SessionEpoch epoch() {
    return epoch;
  }

  Session record() {
    return record;
  }

  /// Whether this session's record was read back from the session log's topic.
  boolean recordSeen() {
    return recordSeen;
  }

  void noteRecordSeen() {
    recordSeen = true;
  }
}
