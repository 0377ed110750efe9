package com.northwind.dispatch.simulator.tablet;

import com.northwind.dispatch.contracts.tablet.v1.ActionAck;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.contracts.tablet.v1.Move;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.SheetReceipt;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.contracts.tablet.v1.Welcome;
import com.northwind.dispatch.simulator.fleet.FleetDriver;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.link.Backoff;
import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.measure.RunClock;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One simulated tablet: a stream to the gateway, a storage that outlives it, and a driver.
///
/// On a new session it says what it has, then repeats every receipt and action no gateway has
/// confirmed. A lost session is opened anew after the time the gateway asked for, or else after a
/// full-jitter backoff; on Move the new session is opened first and the old one closed then.
/// Confined to one event loop, apart from the methods that say otherwise.
final class Tablet implements TabletSession.Listener {
  private static final String APP_VERSION = "device-simulator";

  private final FleetDriver driver;
  private final TabletStorage storage;
  private final TabletSettings settings;
  private final TabletCounts counts;
  private final TabletConnector connector;
  private final Backoff backoff;
  private final RunClock clock;
  private final DeviceLoop loop;
  private final SplittableRandom random;
  private final DriverRoutine routine;

  private @Nullable TabletSession current;
  private @Nullable TabletSession successor;
  private boolean isOff;

  Tablet(
      FleetDriver driver,
      TabletStorage storage,
      TabletSettings settings,
      TabletCounts counts,
      TabletConnector connector,
      Backoff backoff,
      RunClock clock,
      DeviceLoop loop,
      SplittableRandom random,
      RoutineMaker routineMaker) {
    this.driver = driver;
    this.storage = storage;
    this.settings = settings;
    this.counts = counts;
    this.connector = connector;
    this.backoff = backoff;
    this.clock = clock;
    this.loop = loop;
    this.random = random;
    this.routine = routineMaker.make(this::send);
  }

  /// Makes the driver, given where the driver's actions go.
  interface RoutineMaker {
    DriverRoutine make(Consumer<DriverAction> onAction);
  }

  /// Switches the tablet on: it connects after `afterMs`. Safe from any thread.
  void powerOn(long afterMs) {
    loop.after(
        afterMs,
        () -> {
          catchUpOnReceipts();
          connect();
          routine.look();
        });
  }

  /// A sheet may have been stored just before the process was killed, and its receipts not made.
  private void catchUpOnReceipts() {
    if (storage.lacksReceipt(ReceiptStage.RECEIPT_STAGE_ON_DEVICE)) {
      receipt(ReceiptStage.RECEIPT_STAGE_ON_DEVICE);
    }
    if (storage.lacksReceipt(ReceiptStage.RECEIPT_STAGE_SEEN)) {
      receipt(ReceiptStage.RECEIPT_STAGE_SEEN);
    }
  }

  private void connect() {
    if (!isOff && current == null) {
      current = open();
    }
  }

  private TabletSession open() {
    Hello hello =
        Hello.newBuilder()
            .setTabletId(driver.tabletId())
            .setDriverId(driver.driverId())
            .setSheetRevision(storage.revision())
            .setLastEpoch(storage.lastEpoch())
            .setAppVersion(APP_VERSION)
            .build();
    return TabletSession.open(
        connector.open(loop),
        driver.token(),
        hello,
        settings.welcomePatience().toMillis(),
        loop,
        clock,
        this);
  }

  @Override
  public void welcomed(TabletSession session, Welcome welcome) {
    counts.welcomes.increment();
    counts.connected.incrementAndGet();
    storage.granted(welcome.getEpoch());
    if (session == successor) {
      TabletSession old = current;
      successor = null;
      current = session;
      if (old != null) {
        old.close();
      }
    }
    storage.unackedReceipts().forEach(this::send);
    storage.unackedActions().forEach(this::send);
  }

  @Override
  public void received(TabletSession session, GatewayToTablet message) {
    switch (message.getMessageCase()) {
      case ROUTE_SHEET -> sheet(message.getRouteSheet());
      case ACTION_ACK -> {
        ActionAck ack = message.getActionAck();
        storage.actionAcked(ack.getActionId(), ack.getRefusedBecause(), clock.nowUs());
      }
      case RECEIPT_ACK ->
          storage.receiptAcked(
              message.getReceiptAck().getRevision(), message.getReceiptAck().getStage());
      case MOVE -> move(session, message.getMove());
      case WELCOME, CAUGHT_UP, HEARTBEAT, MESSAGE_NOT_SET -> {}
    }
  }

  private void sheet(RouteSheet sheet) {
    if (!sheet.getDriverId().equals(driver.driverId())) {
      counts.errors.add("sheet-of-other-driver");
      return;
    }
    if (sheet.getRevision() < storage.revision()) {
      counts.sheetsOutdated.increment();
      return;
    }
    if (sheet.getRevision() == storage.revision()) {
      counts.sheetsRepeated.increment();
      return;
    }
    storage.store(sheet, clock.nowUs());
    receipt(ReceiptStage.RECEIPT_STAGE_ON_DEVICE);
    loop.after(random.nextLong(200, 1500), () -> show(sheet.getRevision()));
  }

  private void show(int revision) {
    if (revision == storage.revision()) {
      receipt(ReceiptStage.RECEIPT_STAGE_SEEN);
      routine.look();
    }
  }

  private void receipt(ReceiptStage stage) {
    send(storage.receipt(storage.revision(), stage, clock.nowMs()));
  }

  private void send(SheetReceipt receipt) {
    say(TabletToGateway.newBuilder().setReceipt(receipt).build());
  }

  private void send(DriverAction action) {
    say(TabletToGateway.newBuilder().setAction(action).build());
  }

  private void say(TabletToGateway message) {
    TabletSession session = current;
    if (session != null && session.isOpen()) {
      session.say(message);
    }
  }

  private void move(TabletSession session, Move move) {
    counts.errors.add("moved");
    loop.after(
        move.getAfterMs(),
        () -> {
          if (!isOff && session == current && successor == null) {
            successor = open();
          }
        });
  }

  @Override
  public void ended(TabletSession session, String reason, long retryAfterMs, long heldMs) {
    if (heldMs > 0) {
      counts.connected.decrementAndGet();
    }
    if (session == successor) {
      successor = null;
      counts.errors.add(reason);
      return;
    }
    if (session != current) {
      return;
    }
    current = successor;
    successor = null;
    if (isOff) {
      return;
    }
    counts.errors.add(reason);
    long waitMs = backoff.nextMs(heldMs);
    if (current == null) {
      loop.after(retryAfterMs >= 0 ? retryAfterMs : waitMs, this::connect);
    }
  }

  /// No more driving; sheets are still received, loads accepted. Safe from any thread.
  void endShift() {
    loop.execute(routine::endShift);
  }

  /// Switches the tablet off. Safe from any thread.
  void powerOff() {
    loop.execute(
        () -> {
          isOff = true;
          TabletSession open = current;
          TabletSession next = successor;
          if (open != null) {
            open.close();
          }
          if (next != null) {
            next.close();
          }
        });
  }

  String driverId() {
    return driver.driverId();
  }

  /// Version of the sheet on the tablet, 0 for none. Safe from any thread.
  int storedRevision() {
    return storage.revision();
  }

  /// Takes back what an earlier process remembered; before [#powerOn].
  void restore(JournalEntry.OfTablet entry) {
    storage.restore(entry);
  }
}
