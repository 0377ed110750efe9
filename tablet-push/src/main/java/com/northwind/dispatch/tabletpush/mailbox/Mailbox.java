package com.northwind.dispatch.tabletpush.mailbox;

import java.util.OptionalLong;

/// What waits for one driver, on however many sessions, one after the other.
///
/// The rules: a session reads from [#entries], beginning with what its tablet lacks; what was sent
/// is noted with [#sent] and settled by [#acknowledge]; nothing leaves the mailbox because it was
/// sent. Confined to the driver's loop.
public final class Mailbox {
  private final StateLane state = new StateLane();

  /// Takes a revision of the driver's sheet.
  ///
  /// @return whether it is newer than all before
  public boolean offer(SheetFrame sheet) {
    return state.offer(sheet);
  }

  /// Forgets the driver's sheet.
  public void clear() {
    state.clear();
  }

  /// Begins reading for a tablet. A tablet that already has the newest revision confirms it so.
  ///
  /// @param haveRevision newest revision on the tablet; 0 for none
  public MailboxEntries entries(long haveRevision) {
    var _ = state.confirm(haveRevision, 0);
    return new MailboxEntries(state, haveRevision);
  }

  /// Notes that a sheet was handed to a connection.
  ///
  /// @param nowMillis on the timer's clock
  public void sent(SheetFrame sheet, String tabletId, long nowMillis) {
    state.sent(sheet.revision(), tabletId, nowMillis);
  }

  /// Notes that the tablet has a revision. Harmless when repeated.
  ///
  /// @param nowMillis on the timer's clock
  /// @return how long after sending, milliseconds, if this is the first word of it
  public OptionalLong acknowledge(long revision, long nowMillis) {
    return state.confirm(revision, nowMillis);
  }

  /// The lane of the route sheet; readable from any thread.
  public StateLane state() {
    return state;
  }
}
