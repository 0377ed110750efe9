package com.northwind.dispatch.tabletpush.mailbox;

import java.util.Optional;

/// One session's position in a mailbox. What the tablet does not take now stays in the mailbox, not
/// here: whoever reads again gets the newest, never a queue of the superseded.
public final class MailboxEntries {
  private final StateLane state;
  private long haveRevision;
  private boolean caughtUp;

  MailboxEntries(StateLane state, long haveRevision) {
    this.state = state;
    this.haveRevision = haveRevision;
  }

  /// The next entry for this tablet, if there is one now. The caller sends what it reads.
  public Optional<MailboxEntry> next() {
    Optional<SheetFrame> newer = state.newest().filter(sheet -> sheet.revision() > haveRevision);
    if (newer.isPresent()) {
      haveRevision = newer.get().revision();
      return Optional.of(new MailboxEntry.RouteSheetItem(newer.get()));
    }
    if (!caughtUp) {
      caughtUp = true;
      return Optional.of(new MailboxEntry.CaughtUp());
    }
    return Optional.empty();
  }

  /// Whether [#next] would give something.
  public boolean hasNext() {
    return !caughtUp || state.newestRevision() > haveRevision;
  }

  /// Newest revision the tablet has or was sent; 0 for none.
  public long haveRevision() {
    return haveRevision;
  }
}
