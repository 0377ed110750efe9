package com.northwind.dispatch.tabletpush.fake;

import com.northwind.dispatch.tabletpush.identity.Authentication;
import com.northwind.dispatch.tabletpush.identity.TabletAuthenticator;
import com.northwind.dispatch.tabletpush.identity.TabletIdentity;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tokens of the form `TAB-0001/D-0001`. Anything else is rejected; revoked tablets are known by
/// id.
public final class PlainTokens implements TabletAuthenticator {
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /// The token of a tablet with a driver signed in.
  public static String token(String tabletId, String driverId) {
    return tabletId + "/" + driverId;
  }

  /// Lets the tablet in no more.
  public void revoke(String tabletId) {
    revoked.add(tabletId);
  }

  @Override
  public Authentication authenticate(String token) {
    int slash = token.indexOf('/');
    if (slash < 1 || slash == token.length() - 1) {
      return new Authentication.Rejected("the token is not TABLET/DRIVER");
    }
    TabletIdentity identity =
        new TabletIdentity(token.substring(0, slash), token.substring(slash + 1));
    return revoked.contains(identity.tabletId())
        ? new Authentication.Revoked("the tablet was reported lost")
        : new Authentication.Verified(identity);
  }
}
