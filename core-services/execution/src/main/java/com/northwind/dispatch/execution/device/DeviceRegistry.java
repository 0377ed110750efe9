package com.northwind.dispatch.execution.device;

import com.northwind.dispatch.contracts.envelope.EventEnvelope;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.execution.device.PostgresDeviceStore.Stored;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.trace.TraceParent;
import com.northwind.dispatch.servicekit.audit.Audit;
import com.northwind.dispatch.servicekit.audit.AuditEntry;
import com.northwind.dispatch.servicekit.database.Transaction;
import com.northwind.dispatch.servicekit.outbox.Outbox;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The devices of the fleet. Thread-safe.
public final class DeviceRegistry {
  private final PostgresDeviceStore store = new PostgresDeviceStore();
  private final Outbox outbox;
  private final Audit audit;
  private final String eventSource;
  private final Clock clock;

  /// @param eventSource the `source` of the events, e.g. `/execution/execution-1`
  public DeviceRegistry(Outbox outbox, Audit audit, String eventSource, Clock clock) {
    this.outbox = outbox;
    this.audit = audit;
    this.eventSource = eventSource;
    this.clock = clock;
  }

  /// Makes the registry hold these devices as they are given, others untouched; returns how many
  /// that changed.
  ///
  /// @throws com.northwind.dispatch.processkit.http.ProblemException when an id or IMEI is given
  ///   twice, or an IMEI belongs to another device
  int put(Transaction transaction, List<Device> devices, String actor) throws SQLException {
    requireUnique(devices);
    store.lockAll(transaction);
    Map<String, Stored> known =
        store.byId(transaction, devices.stream().map(Device::deviceId).toList());
    requireFreeImeis(transaction, devices);
    int changed = 0;
    for (Device device : devices) {
      @Nullable Stored before = known.get(device.deviceId());
      if (before == null || !before.device().equals(device)) {
        change(transaction, device, before, actor);
        changed++;
      }
    }
    return changed;
  }

  /// Devices in the order of their ids, those after `after`.
  List<Device> page(Transaction transaction, String after, int limit) throws SQLException {
    return store.page(transaction, after, limit);
  }

  private void change(Transaction transaction, Device device, @Nullable Stored before, String actor)
      throws SQLException {
    Stored stored = new Stored(device, before == null ? 1 : before.revision() + 1);
    store.save(transaction, stored);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String eventId = "device/" + device.deviceId() + "/" + stored.revision();
    audit.append(
        transaction,
        new AuditEntry(
            device.deviceId(),
            now,
            actor,
            (before == null ? "Registered as " : "Changed to ") + device,
            null,
            eventId));
    outbox.append(
        transaction,
        Topics.DEVICE_DIRECTORY,
        new EventEnvelope(
            eventId,
            eventSource,
            device.deviceId(),
            now,
            device.deviceId(),
            TraceParent.begin(),
            DeviceMapping.toContract(device)));
  }

  private static void requireUnique(List<Device> devices) {
    Map<String, Integer> ids = new HashMap<>();
    Map<String, Integer> imeis = new HashMap<>();
    for (int i = 0; i < devices.size(); i++) {
      Device device = devices.get(i);
      requireNew(ids.put(device.deviceId(), i), i, "deviceId", device.deviceId());
      if (device.imei() != null) {
        requireNew(imeis.put(device.imei(), i), i, "imei", device.imei());
      }
    }
  }

  private static void requireNew(@Nullable Integer earlier, int index, String field, String value) {
    if (earlier != null) {
      throw Problem.at(
              "/" + index + "/" + field,
              "given-twice",
              "Something unique is given twice",
              "'" + field + "' " + value + " is given at /" + earlier + " already.")
          .asException();
    }
  }

  private void requireFreeImeis(Transaction transaction, List<Device> devices) throws SQLException {
    List<String> imeis = devices.stream().map(Device::imei).filter(Objects::nonNull).toList();
    Map<String, Stored> holders = new HashMap<>(store.byImei(transaction, imeis));
    devices.forEach(device -> holders.remove(device.deviceId()));
    for (Stored holder : holders.values()) {
      for (int i = 0; i < devices.size(); i++) {
        if (Objects.equals(devices.get(i).imei(), holder.device().imei())) {
          throw Problem.at(
                  "/" + i + "/imei",
                  "imei-taken",
                  "The IMEI belongs to another device",
                  "IMEI "
                      + holder.device().imei()
                      + " is registered for device "
                      + holder.device().deviceId()
                      + ".")
              .asException();
        }
      }
    }
  }
}
