package com.northwind.dispatch.gateway.device;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every device the fleet owns, as `device.directory` says now. Lookups never wait; changes come
/// from one thread, the view's. Thread-safe.
public final class DeviceDirectory {
  private final ConcurrentMap<String, Device> byId = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> idByImei = new ConcurrentHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  /// Calls `listener` with the id of each device whose record changed, after the change, on the
  /// view's thread. It must not wait.
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /// Takes a device's newest record, or its removal.
  ///
  /// @param data a [Device], or null when the record was a tombstone
  public void apply(String deviceId, @Nullable Message data) {
    Device after = data instanceof Device device ? device : null;
    Device before = after == null ? byId.remove(deviceId) : byId.put(deviceId, after);
    if (before != null && (after == null || !before.getImei().equals(after.getImei()))) {
      idByImei.remove(before.getImei(), deviceId);
    }
    if (after != null && !after.getImei().isEmpty()) {
      idByImei.put(after.getImei(), deviceId);
    }
    if (!Optional.ofNullable(before).equals(Optional.ofNullable(after))) {
      listeners.forEach(listener -> listener.accept(deviceId));
    }
  }

  /// How many devices there are.
  public int size() {
    return byId.size();
  }

  /// The device with that directory id.
  public Optional<Device> find(String deviceId) {
    return Optional.ofNullable(byId.get(deviceId));
  }

  /// Whether an ELD with that identity may send over that protocol.
  ///
  /// @param identity its IMEI, or its directory id where the protocol names that
  public Admission admitEld(String identity, String protocol) {
    String deviceId = idByImei.getOrDefault(identity, identity);
    Device device = byId.get(deviceId);
    if (device == null || device.getKind() != DeviceKind.DEVICE_KIND_ELD) {
      return new Admission.Refused(
          RejectReason.REJECT_REASON_UNKNOWN_DEVICE,
          "",
          "no ELD with the identity " + identity + " is in the device directory");
    }
    if (!device.getProtocol().isEmpty() && !device.getProtocol().equals(protocol)) {
      return refuseKnown(
          device, "is registered for " + device.getProtocol() + " and came over " + protocol);
    }
    if (device.getStatus() != DeviceStatus.DEVICE_STATUS_ACTIVE) {
      return refuseKnown(device, "is " + word(device.getStatus()));
    }
    return new Admission.Admitted(device);
  }

  /// Whether a tablet with that directory id may connect.
  public Admission admitTablet(String tabletId) {
    Device device = byId.get(tabletId);
    if (device == null || device.getKind() != DeviceKind.DEVICE_KIND_TABLET) {
      return new Admission.Refused(
          RejectReason.REJECT_REASON_UNKNOWN_DEVICE,
          "",
          "no tablet " + tabletId + " is in the device directory");
    }
    if (device.getStatus() != DeviceStatus.DEVICE_STATUS_ACTIVE) {
      return refuseKnown(device, "is " + word(device.getStatus()));
    }
    return new Admission.Admitted(device);
  }

  private static Admission refuseKnown(Device device, String what) {
    return new Admission.Refused(
        RejectReason.REJECT_REASON_DEVICE_NOT_ACTIVE,
        device.getDeviceId(),
        "device " + device.getDeviceId() + " " + what);
  }

  private static String word(DeviceStatus status) {
    return switch (status) {
      case DEVICE_STATUS_ACTIVE -> "in service";
      case DEVICE_STATUS_SUSPENDED -> "suspended";
      case DEVICE_STATUS_REVOKED -> "revoked";
      case DEVICE_STATUS_UNSPECIFIED, UNRECOGNIZED -> "not in service";
    };
  }
}
