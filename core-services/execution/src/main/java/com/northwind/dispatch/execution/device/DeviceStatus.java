package com.northwind.dispatch.execution.device;

/// Whether a device may connect.
enum DeviceStatus {
  /// In service.
  ACTIVE,
  /// Out of service for now.
  SUSPENDED,
  /// Never to connect again with its present credentials.
  REVOKED
}
