package com.northwind.dispatch.tabletpush.uplink;

import java.time.Duration;

/// How much may be on its way to the sink.
///
/// @param windowItems actions and receipts of one stream not yet durable and acknowledged, 1 to
///   1,024
/// @param maxMessageBytes largest message a tablet may send, 256 bytes to 1 MiB
/// @param budgetBytes bytes of all streams together not yet durable; a stream that finds it used up
///   holds at most one more message
/// @param retryFirst how long after a failed write it is tried again; doubles up to `retryMost`
/// @param retryMost longest wait between two tries
public record UplinkLimits(
    int windowItems,
    int maxMessageBytes,
    long budgetBytes,
    Duration retryFirst,
    Duration retryMost) {

  /// Sixteen items of at most 16 KiB a stream, 64 MiB in all.
  public static final UplinkLimits DEFAULTS =
      new UplinkLimits(
          16, 16 * 1024, 64L * 1024 * 1024, Duration.ofMillis(250), Duration.ofSeconds(10));

  public UplinkLimits {
    if (windowItems < 1 || windowItems > 1024) {
      throw new IllegalArgumentException("windowItems must be 1 to 1024, not " + windowItems);
    }
    if (maxMessageBytes < 256 || maxMessageBytes > 1024 * 1024) {
      throw new IllegalArgumentException(
          "maxMessageBytes must be 256 to 1048576, not " + maxMessageBytes);
    }
    if (budgetBytes < maxMessageBytes) {
      throw new IllegalArgumentException(
          "budgetBytes must hold one message, " + budgetBytes + " does not");
    }
    if (!retryFirst.isPositive() || retryMost.compareTo(retryFirst) < 0) {
      throw new IllegalArgumentException(
          "retryFirst must be positive and at most retryMost, not " + retryFirst);
    }
  }
}
