package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;

/// Where a stream stands. It goes down this list and never back.
public sealed interface SessionState {

  /// The stream is there and its token is good; it has not said who it is.
  ///
  /// @param untilMillis when it must have, on the timer's clock
  record AwaitingHello(long untilMillis) implements SessionState {}

  /// The session counts.
  record Open(OpenSession session) implements SessionState {}

  /// The stream is over.
  record Ended(SessionEndReason reason) implements SessionState {}
}
