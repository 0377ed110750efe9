package com.northwind.dispatch.processkit.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a dead letter: the same record parked twice by the same consumer is the same letter.
///
/// @param consumer consumer group that could not apply the record
/// @param topic the record's topic
/// @param partition its partition
/// @param offset its place in the partition
public record LetterId(String consumer, String topic, int partition, long offset) {
  private static final Pattern FORM = Pattern.compile("([^/]+)/([^/]+)/([0-9]{1,9})/([0-9]{1,18})");

  /// Reads what [#toString()] writes; nothing when the text is no letter's id.
  public static Optional<LetterId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new LetterId(
                matcher.group(1),
                matcher.group(2),
                Integer.parseInt(matcher.group(3)),
                Long.parseLong(matcher.group(4))))
        : Optional.empty();
  }

  /// `routing-loads/planning.loads/3/4711`, the key of the letter's record.
  @Override
  public String toString() {
    return consumer + "/" + topic + "/" + partition + "/" + offset;
  }
}
