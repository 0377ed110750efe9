package com.northwind.dispatch.execution.device;

/// What a device is.
enum DeviceKind {
  /// Electronic logging device or telematics unit.
  ELD,
  /// Driver's tablet.
  TABLET
}
