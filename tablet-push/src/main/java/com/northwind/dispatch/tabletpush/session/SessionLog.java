package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.contracts.device.v1.Session;

/// Tells others which tablets are connected; the gateway writes `device.sessions` with it.
///
/// Called on event loops, in the order in which things happen to one tablet; must return at once
/// and keep that order. The topic keeps only a tablet's last record, so the end of a session is not
/// told when a newer session of the same tablet is known: it would hide that one.
public interface SessionLog {

  /// A session opened, or is said again because an older one spoke over it.
  void started(Session session);

  /// A session ended. `ended_time` and `end_reason` are set.
  void ended(Session session);
}
