package com.northwind.dispatch.eldprotocols.protocol;

import com.northwind.dispatch.eldprotocols.frame.Imei;

/// Who a device claims to be, in the terms of its protocol. The directory says which device that
/// is.
///
/// @param scheme how to read the value
/// @param value e.g. the 15 digits of an IMEI
public record DeviceIdentity(Scheme scheme, String value) {
  /// What kind of number or name a device calls itself by.
  public enum Scheme {
    /// International Mobile Equipment Identity, 15 digits.
    IMEI,
    /// The vendor's serial number or a name set in the device.
    SERIAL
  }

  public DeviceIdentity {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a device identity needs a value");
    }
  }

  /// The identity of a device that names its IMEI.
  public static DeviceIdentity of(Imei imei) {
    return new DeviceIdentity(Scheme.IMEI, imei.digits());
  }
}
