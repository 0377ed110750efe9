package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.tabletpush.mailbox.SheetFrame;

/// What goes down a stream.
public sealed interface Downlink {

  /// A message made for this stream.
  record Message(GatewayToTablet message) implements Downlink {}

  /// A sheet, in the bytes the mailbox holds.
  record Sheet(SheetFrame sheet) implements Downlink {}
}
