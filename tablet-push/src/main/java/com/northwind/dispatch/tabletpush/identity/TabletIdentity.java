package com.northwind.dispatch.tabletpush.identity;

/// The tablet and the driver a verified token stands for. Everything on the stream is held to it.
///
/// @param tabletId directory id of the tablet, the token's subject
/// @param driverId driver signed in on it, the token's `driver`
public record TabletIdentity(String tabletId, String driverId) {
  public TabletIdentity {
    if (tabletId.isBlank() || driverId.isBlank()) {
      throw new IllegalArgumentException("a tablet's identity needs a tablet id and a driver id");
    }
  }
}
