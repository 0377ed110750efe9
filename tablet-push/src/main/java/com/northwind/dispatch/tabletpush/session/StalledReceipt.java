package com.northwind.dispatch.tabletpush.session;

import java.time.Duration;

/// A sheet that was sent and of which its tablet has not said that it has it.
///
/// @param revision newest revision sent
/// @param since time since the oldest revision that is unconfirmed was sent
public record StalledReceipt(String driverId, String tabletId, long revision, Duration since) {}
