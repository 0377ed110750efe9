package com.northwind.dispatch.tabletpush.identity;

/// What checking a token comes to.
public sealed interface Authentication {

  /// The token is good.
  record Verified(TabletIdentity identity) implements Authentication {}

  /// The token is malformed, expired, signed by someone else or meant for someone else.
  ///
  /// @param because why, in one sentence the tablet's log will show; never the token itself
  record Rejected(String because) implements Authentication {}

  /// The token is good, but the tablet may no longer connect.
  ///
  /// @param because why, in one sentence
  record Revoked(String because) implements Authentication {}
}
