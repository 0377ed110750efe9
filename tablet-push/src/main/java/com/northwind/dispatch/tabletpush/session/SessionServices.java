package com.northwind.dispatch.tabletpush.session;

import com.northwind.dispatch.tabletpush.metrics.PushMetrics;
import com.northwind.dispatch.tabletpush.time.PushTimer;
import com.northwind.dispatch.tabletpush.uplink.UplinkBudget;
import com.northwind.dispatch.tabletpush.uplink.UplinkLimits;
import com.northwind.dispatch.tabletpush.uplink.UplinkSink;
import java.time.Clock;

/// What every session of this gateway shares.
///
/// @param node the gateway's name
public record SessionServices(
    String node,
    SessionRules rules,
    UplinkLimits uplinkLimits,
    UplinkBudget budget,
    UplinkSink sink,
    SessionLog log,
    SessionEpochs epochs,
    SessionWheel wheel,
    PushMetrics metrics,
    Clock clock,
    PushTimer timer) {}
