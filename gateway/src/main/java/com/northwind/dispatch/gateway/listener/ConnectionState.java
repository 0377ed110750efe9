package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.device.v1.SessionEndReason;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import com.northwind.dispatch.gateway.device.EldSession;
import com.northwind.dispatch.gateway.ingest.RejectSource;

/// Where a device's connection stands. It only moves downwards in this list.
public sealed interface ConnectionState {

  /// Too little has arrived to tell which protocol this is.
  record Detecting() implements ConnectionState {}

  /// The device has not said who it is.
  ///
  /// @param protocol name of what it speaks
  record AwaitingIdentity(String protocol, StreamSession decoder) implements ConnectionState {}

  /// The device is known and sends.
  ///
  /// @param protocol name of what it speaks
  record Serving(String protocol, StreamSession decoder, EldSession session)
      implements ConnectionState {}

  /// Nothing more is read; what the device is owed is still answered, unless it was cut.
  record Closing(SessionEndReason reason) implements ConnectionState {}

  /// How rejected bytes of this connection are labelled.
  ///
  /// @param remoteAddress address and port of the peer
  default RejectSource source(String remoteAddress) {
    return switch (this) {
      case Detecting() -> new RejectSource("", "", "", "tcp", remoteAddress);
      case AwaitingIdentity(String protocol, _) ->
          new RejectSource("", "", protocol, "tcp", remoteAddress);
      case Serving(String protocol, _, EldSession session) ->
          new RejectSource(session.deviceId(), session.identity(), protocol, "tcp", remoteAddress);
      case Closing(_) -> new RejectSource("", "", "", "tcp", remoteAddress);
    };
  }
}
