package com.northwind.dispatch.tabletpush.identity;

/// Checks the token a tablet opens its stream with.
///
/// Called on an event loop for each new stream: it computes, and never waits. An exception means
/// that tokens cannot be checked now; the tablet is told to come back.
@FunctionalInterface
public interface TabletAuthenticator {

  /// Says whom the token stands for.
  ///
  /// @param token what followed `Bearer ` in the metadata
  Authentication authenticate(String token);
}
