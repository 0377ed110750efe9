package com.northwind.dispatch.simulator.tablet;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.ReceiptStage;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheetLoad;
import com.northwind.dispatch.contracts.tablet.v1.SheetReceipt;
import com.northwind.dispatch.simulator.journal.Journal;
import com.northwind.dispatch.simulator.journal.JournalEntry;
import com.northwind.dispatch.simulator.ledger.AssignmentKey;
import com.northwind.dispatch.simulator.ledger.AssignmentLedger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What survives a tablet's restart: the sheet, the receipts and actions no gateway has confirmed,
/// and how far the driver is. Everything that changes here is in the journal first, and in the
/// ledger. Confined to the tablet's event loop.
final class TabletStorage {
  /// Receipts of versions long gone tell nobody anything; a tablet keeps this many.
  private static final int MAX_RECEIPTS = 64;

  private final String tabletId;
  private final String driverId;
  private final Journal journal;
  private final AssignmentLedger ledger;
  private final TabletCounts counts;

  private RouteSheet sheet = RouteSheet.getDefaultInstance();
  private volatile int storedRevision;
  private int lastEpoch;
  private final LinkedHashMap<ReceiptKey, SheetReceipt> receipts = new LinkedHashMap<>();
  private final Map<ReceiptStage, Integer> receiptedRevision = new EnumMap<>(ReceiptStage.class);
  private final LinkedHashMap<String, KeptAction> outbox = new LinkedHashMap<>();

  /// How many steps of an assignment the driver has done, acceptance included.
  private final Map<AssignmentKey, Integer> stepsDone = new HashMap<>();

  TabletStorage(
      String tabletId,
      String driverId,
      Journal journal,
      AssignmentLedger ledger,
      TabletCounts counts) {
    this.tabletId = tabletId;
    this.driverId = driverId;
    this.journal = journal;
    this.ledger = ledger;
    this.counts = counts;
  }

  private record ReceiptKey(int revision, ReceiptStage stage) {}

  private record KeptAction(AssignmentKey key, DriverAction action) {}

  // ---- the sheet

  RouteSheet sheet() {
    return sheet;
  }

  /// Safe to call from any thread.
  int revision() {
    return storedRevision;
  }

  void store(RouteSheet newer, long atUs) {
    journal.append(new JournalEntry.SheetStored(tabletId, atUs, encode(newer)));
    replaceSheet(newer, atUs);
  }

  private void replaceSheet(RouteSheet newer, long atUs) {
    Set<AssignmentKey> before = keysOf(sheet);
    Set<AssignmentKey> now = keysOf(newer);
    ledger.stored(driverId, before, now, atUs);
    sheet = newer;
    storedRevision = newer.getRevision();
    stepsDone.keySet().removeIf(key -> !now.contains(key));
    counts.sheetsStored.increment();
  }

  private static Set<AssignmentKey> keysOf(RouteSheet sheet) {
    Set<AssignmentKey> keys = new LinkedHashSet<>();
    sheet.getLoadsList().forEach(load -> keys.add(keyOf(load)));
    return keys;
  }

  private static AssignmentKey keyOf(RouteSheetLoad load) {
    return new AssignmentKey(load.getLoadId(), load.getAssignmentNo());
  }

  // ---- the session

  int lastEpoch() {
    return lastEpoch;
  }

  void granted(int epoch) {
    journal.append(new JournalEntry.EpochGranted(tabletId, epoch));
    lastEpoch = epoch;
  }

  // ---- receipts

  SheetReceipt receipt(int revision, ReceiptStage stage, long atMs) {
    journal.append(new JournalEntry.ReceiptMade(tabletId, revision, stage.name(), atMs));
    return keepReceipt(revision, stage, atMs);
  }

  /// Whether a receipt of this stage was ever made for the sheet stored now.
  boolean lacksReceipt(ReceiptStage stage) {
    return receiptedRevision.getOrDefault(stage, 0) < revision();
  }

  private SheetReceipt keepReceipt(int revision, ReceiptStage stage, long atMs) {
    receiptedRevision.put(stage, revision);
    SheetReceipt receipt =
        SheetReceipt.newBuilder()
            .setRevision(revision)
            .setStage(stage)
            .setOccurredTime(Timestamps.fromMillis(atMs))
            .build();
    counts.receiptsMade.increment();
    receipts.put(new ReceiptKey(revision, stage), receipt);
    if (receipts.size() > MAX_RECEIPTS) {
      receipts.remove(receipts.firstEntry().getKey());
      counts.errors.add("receipt-dropped");
    }
    return receipt;
  }

  void receiptAcked(int revision, ReceiptStage stage) {
    if (receipts.remove(new ReceiptKey(revision, stage)) != null) {
      journal.append(new JournalEntry.ReceiptAcked(tabletId, revision, stage.name()));
      counts.receiptsAcked.increment();
    }
  }

  List<SheetReceipt> unackedReceipts() {
    return List.copyOf(receipts.values());
  }

  // ---- actions

  /// Keeps an action until the gateway has it.
  void keep(AssignmentKey key, DriverAction action) {
    journal.append(new JournalEntry.ActionMade(tabletId, key.assignmentNo(), encode(action)));
    keepAction(key, action);
  }

  private void keepAction(AssignmentKey key, DriverAction action) {
    outbox.put(action.getActionId(), new KeptAction(key, action));
    stepsDone.merge(key, 1, Integer::sum);
    for (RouteSheetLoad load : sheet.getLoadsList()) {
      if (keyOf(load).equals(key) && stepsDone(key) == DriverSteps.of(load, 0).size()) {
        ledger.driven(key, driverId);
      }
    }
    counts.actionsMade.increment();
    counts.actions.add(action.getActionCase().name().toLowerCase(Locale.ROOT));
  }

  /// The gateway has an action, or refused it for good: either way it leaves the outbox.
  void actionAcked(String actionId, String refusedBecause, long atUs) {
    if (outbox.containsKey(actionId)) {
      journal.append(new JournalEntry.ActionAcked(tabletId, actionId, refusedBecause, atUs));
      forgetAction(actionId, refusedBecause, atUs);
    }
  }

  private void forgetAction(String actionId, String refusedBecause, long atUs) {
    @Nullable KeptAction kept = outbox.remove(actionId);
    if (kept == null) {
      return;
    }
    counts.actionsAcked.increment();
    counts.actionAckLatency.recordUs(atUs - Timestamps.toMicros(kept.action().getOccurredTime()));
    if (!refusedBecause.isEmpty()) {
      counts.actionsRefused.increment();
      counts.errors.add("action-refused");
    } else if (kept.action().hasAccept()) {
      ledger.accepted(kept.key(), driverId, atUs);
    }
  }

  List<DriverAction> unackedActions() {
    List<DriverAction> actions = new ArrayList<>(outbox.size());
    outbox.values().forEach(kept -> actions.add(kept.action()));
    return actions;
  }

  int outboxSize() {
    return outbox.size();
  }

  int stepsDone(AssignmentKey key) {
    return stepsDone.getOrDefault(key, 0);
  }

  // ---- after a restart

  private static String encode(MessageLite message) {
    return Base64.getEncoder().encodeToString(message.toByteArray());
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }

  void restore(JournalEntry.OfTablet entry) {
    try {
      switch (entry) {
        case JournalEntry.EpochGranted granted -> lastEpoch = granted.epoch();
        case JournalEntry.SheetStored stored ->
            replaceSheet(RouteSheet.parseFrom(decode(stored.sheet())), stored.atUs());
        case JournalEntry.ReceiptMade made -> {
          ReceiptStage stage = ReceiptStage.valueOf(made.stage());
          keepReceipt(made.revision(), stage, made.atMs());
        }
        case JournalEntry.ReceiptAcked acked -> {
          receipts.remove(new ReceiptKey(acked.revision(), ReceiptStage.valueOf(acked.stage())));
          counts.receiptsAcked.increment();
        }
        case JournalEntry.ActionMade made -> {
          DriverAction action = DriverAction.parseFrom(decode(made.action()));
          keepAction(new AssignmentKey(action.getLoadId(), made.assignmentNo()), action);
        }
        case JournalEntry.ActionAcked acked ->
            forgetAction(acked.actionId(), acked.refused(), acked.atUs());
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the journal of tablet " + tabletId + " is damaged", e);
    }
  }
}
