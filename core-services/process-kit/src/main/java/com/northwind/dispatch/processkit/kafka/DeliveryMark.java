package com.northwind.dispatch.processkit.kafka;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/// How often the records at a committed offset have been delivered without anybody coming back to
/// say so, as it stands in the offset's metadata.
///
/// | metadata | what it says |
/// |---|---|
/// | none, or `closed` | whoever read here stopped in good order |
/// | empty | whoever read here was in the midst of it: what comes next may have ended it |
/// | `delivery=2;until=4711` | the records before offset 4711 were being applied for the second time |
///
/// @param delivery which delivery it is, from 1
/// @param until offset after the last record it is about
record DeliveryMark(int delivery, long until) {
  private static final String CLOSED = "closed";
  private static final Pattern FORM = Pattern.compile("delivery=([0-9]{1,4});until=([0-9]{1,18})");

  /// What is committed while all is well.
  static OffsetAndMetadata running(long offset) {
    return new OffsetAndMetadata(offset);
  }

  /// What is committed by a member that stops in good order.
  static OffsetAndMetadata closed(long offset) {
    return new OffsetAndMetadata(offset, CLOSED);
  }

  /// The delivery that begins after what is committed.
  ///
  /// @param end offset after the last record that is about to be delivered
  static DeliveryMark next(@Nullable OffsetAndMetadata committed, long end) {
    if (committed == null || committed.metadata().equals(CLOSED)) {
      return new DeliveryMark(1, end);
    }
    Matcher matcher = FORM.matcher(committed.metadata());
    return matcher.matches()
        ? new DeliveryMark(Integer.parseInt(matcher.group(1)) + 1, Long.parseLong(matcher.group(2)))
        : new DeliveryMark(2, end);
  }

  /// The same delivery, of records before another offset.
  DeliveryMark until(long offset) {
    return new DeliveryMark(delivery, offset);
  }

  /// The mark at the offset where its records begin.
  OffsetAndMetadata at(long offset) {
    return new OffsetAndMetadata(offset, "delivery=" + delivery + ";until=" + until);
  }
}
