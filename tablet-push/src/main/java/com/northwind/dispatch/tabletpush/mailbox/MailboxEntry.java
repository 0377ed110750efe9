package com.northwind.dispatch.tabletpush.mailbox;

/// What reading a mailbox gives.
public sealed interface MailboxEntry {

  /// The newest sheet, newer than the one the tablet has.
  record RouteSheetItem(SheetFrame sheet) implements MailboxEntry {}

  /// All that waited when the session opened has been read. Comes once a session.
  record CaughtUp() implements MailboxEntry {}
}
