package com.northwind.dispatch.tabletpush.mailbox;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The lane where the newest revision supersedes: a slow or absent tablet costs one sheet, however
/// many were made meanwhile.
///
/// Unread (newer than a session's position) and in flight (sent, not confirmed) are kept apart.
/// Changed only on the driver's loop; [#newest] and [#unconfirmed] may be read from anywhere.
public final class StateLane {
  private volatile @Nullable SheetFrame newest;
  private volatile @Nullable Unconfirmed unconfirmed;

  /// Takes a revision. An older or equal one is ignored: topics may be replayed.
  ///
  /// @return whether it was newer than all before
  boolean offer(SheetFrame sheet) {
    if (sheet.revision() <= newestRevision()) {
      return false;
    }
    newest = sheet;
    return true;
  }

  /// Forgets the sheet: the driver has none any more.
  void clear() {
    newest = null;
    unconfirmed = null;
  }

  /// The newest sheet.
  public Optional<SheetFrame> newest() {
    return Optional.ofNullable(newest);
  }

  /// Revision of the newest sheet; 0 for none.
  public long newestRevision() {
    SheetFrame sheet = newest;
    return sheet == null ? 0 : sheet.revision();
  }

  /// Notes that a revision was handed to a connection.
  void sent(long revision, String tabletId, long nowMillis) {
    Unconfirmed before = unconfirmed;
    long oldest = before == null ? nowMillis : before.oldestSentMillis();
    unconfirmed = new Unconfirmed(revision, tabletId, oldest, nowMillis);
  }

  /// Notes that the tablet has a revision; repeating it is harmless, and so is an older one.
  ///
  /// @return how long it took since it was sent last, milliseconds, if this confirms what is in
  ///   flight
  OptionalLong confirm(long revision, long nowMillis) {
    Unconfirmed before = unconfirmed;
    if (before == null || revision < before.revision()) {
      return OptionalLong.empty();
    }
    unconfirmed = null;
    return OptionalLong.of(nowMillis - before.lastSentMillis());
  }

  /// What was sent and is not known to be on the tablet.
  public Optional<Unconfirmed> unconfirmed() {
    return Optional.ofNullable(unconfirmed);
  }
}
