package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.gateway.device.DeviceDirectory;
import com.northwind.dispatch.gateway.device.EldSessions;

/// What every ELD connection of this gateway shares.
record EldServices(
    EldListenerConfig config,
    ProtocolDetector detector,
    DeviceDirectory directory,
    EldSessions sessions,
    Intake intake) {}
