package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.tablet.v1.Hello;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.util.Optional;

/// Holds a Hello to the token it came with. Without I/O.
final class HelloCheck {
  /// How far beyond what is known a tablet's word on its last epoch is believed.
  static final long BELIEVED_EPOCHS_AHEAD = 1_000_000;

  private HelloCheck() {}

  /// Why the stream is closed; empty when Hello is good.
  static Optional<SessionClose> refusal(
      Hello hello, TabletIdentity identity, SessionEpochs epochs) {
    if (!hello.getTabletId().equals(identity.tabletId())) {
      return Optional.of(
          SessionClose.notYou(
              "Hello is from another tablet than the token's " + identity.tabletId()));
    }
    if (!hello.getDriverId().equals(identity.driverId())) {
      return Optional.of(
          SessionClose.notYou(
              "Hello is for another driver than the token's " + identity.driverId()));
    }
    return Integer.toUnsignedLong(hello.getLastEpoch()) > mostBelieved(identity, epochs)
        ? Optional.of(SessionClose.protocol("last_epoch is no epoch any gateway gave out"))
        : Optional.empty();
  }

  /// A tablet could otherwise use up a driver's epochs with one Hello.
  private static long mostBelieved(TabletIdentity identity, SessionEpochs epochs) {
    long known =
        Math.max(epochs.ofDriver(identity.driverId()), epochs.ofTablet(identity.tabletId()));
    return Math.min(known + BELIEVED_EPOCHS_AHEAD, SessionEpoch.MAX_NUMBER - 1);
  }
}
