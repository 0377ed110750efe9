package com.northwind.dispatch.tabletpush.session;

/// What a session needs of the wire. Called on the driver's loop only; nothing here waits.
public interface TabletLink {

  /// Whether the connection takes more now. When it says no, [TabletSession#onReady] follows.
  boolean isReady();

  /// Hands a message to the connection.
  void send(Downlink message);

  /// Asks for one more message from the tablet.
  void requestNext();

  /// Ends the stream. Nothing is sent after it.
  void close(SessionClose close);

  /// The tablet has ended its side; ends the stream in good order.
  void complete();

  /// Where the tablet connects from, as address and port.
  String remoteAddress();
}
