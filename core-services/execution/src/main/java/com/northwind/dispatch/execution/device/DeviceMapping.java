package com.northwind.dispatch.execution.device;

import static java.util.Objects.requireNonNullElse;

/// Devices in the words of the contract `northwind.device.v1`.
final class DeviceMapping {
  private DeviceMapping() {}

  static com.northwind.dispatch.contracts.device.v1.Device toContract(Device device) {
    return com.northwind.dispatch.contracts.device.v1.Device.newBuilder()
        .setDeviceId(device.deviceId())
        .setKind(
            com.northwind.dispatch.contracts.device.v1.DeviceKind.valueOf(
                "DEVICE_KIND_" + device.kind().name()))
        .setProtocol(requireNonNullElse(device.protocol(), ""))
        .setImei(requireNonNullElse(device.imei(), ""))
        .setVehicleId(requireNonNullElse(device.vehicleId(), ""))
        .setStatus(
            com.northwind.dispatch.contracts.device.v1.DeviceStatus.valueOf(
                "DEVICE_STATUS_" + device.status().name()))
        .build();
  }
}
