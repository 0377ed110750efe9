package com.northwind.dispatch.gateway.device;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;

/// Whether a device that says who it is may send.
public sealed interface Admission {

  /// It may.
  record Admitted(Device device) implements Admission {}

  /// It may not, or not now.
  ///
  /// @param reason class of the reason, for counting
  /// @param deviceId directory id; empty when the directory does not know the identity
  /// @param detail the reason in one sentence
  record Refused(RejectReason reason, String deviceId, String detail) implements Admission {}
}
