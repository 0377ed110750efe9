package com.northwind.dispatch.tabletpush;

import com.northwind.dispatch.tabletpush.session.SessionRules;
import com.northwind.dispatch.tabletpush.uplink.UplinkLimits;
import java.time.Duration;

/// How a gateway's engine is set.
///
/// @param node the gateway's name, in Welcome and in session records
/// @param sessions the times sessions live by
/// @param uplink how much may be on its way to the sink
/// @param maxStreams tablets this gateway holds at most
/// @param stalledAfter how long after sending a sheet without an ON_DEVICE receipt counts as
///   stalled
public record TabletPushConfig(
    String node,
    SessionRules sessions,
    UplinkLimits uplink,
    int maxStreams,
    Duration stalledAfter) {
  public TabletPushConfig {
    if (node.isBlank()) {
      throw new IllegalArgumentException("a gateway needs a node name");
    }
    if (maxStreams < 1) {
      throw new IllegalArgumentException("maxStreams must be at least 1, not " + maxStreams);
    }
    if (!stalledAfter.isPositive()) {
      throw new IllegalArgumentException("stalledAfter must be positive, not " + stalledAfter);
    }
  }

  /// The settings of a production gateway.
  public static TabletPushConfig defaults(String node) {
    return new TabletPushConfig(
        node, SessionRules.DEFAULTS, UplinkLimits.DEFAULTS, 18_000, Duration.ofSeconds(10));
  }

  /// The same with other session rules.
  public TabletPushConfig with(SessionRules rules) {
    return new TabletPushConfig(node, rules, uplink, maxStreams, stalledAfter);
  }

  /// The same with other uplink limits.
  public TabletPushConfig with(UplinkLimits limits) {
    return new TabletPushConfig(node, sessions, limits, maxStreams, stalledAfter);
  }

  /// The same with another number of streams.
  public TabletPushConfig withMaxStreams(int streams) {
    return new TabletPushConfig(node, sessions, uplink, streams, stalledAfter);
  }
}
