package com.northwind.dispatch.tabletpush.mailbox;

/// A sheet that was handed to a connection and is not yet known to be on the tablet.
///
/// @param revision newest revision sent
/// @param tabletId tablet it was sent to last
/// @param oldestSentMillis when the oldest revision still unconfirmed was sent, on the timer's
///   clock
/// @param lastSentMillis when this revision was sent last, on the timer's clock
public record Unconfirmed(
    long revision, String tabletId, long oldestSentMillis, long lastSentMillis) {}
