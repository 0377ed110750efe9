package com.northwind.dispatch.localstack.topic;

import java.io.PrintWriter;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Prints the records people look for, up to a number of them.
public final class TopicPrinter {
  private final PrintWriter out;
  private final Pattern wanted;
  private final long limit;
  private final boolean valueOnly;
  private long printed;

  /// @param wanted printed are lines in which this is found
  /// @param limit how many lines at most
  /// @param valueOnly prints the event alone, without time, place and key
  public TopicPrinter(PrintWriter out, Pattern wanted, long limit, boolean valueOnly) {
    this.out = out;
    this.wanted = wanted;
    this.limit = limit;
    this.valueOnly = valueOnly;
  }

  /// Prints the record if it is wanted.
  ///
  /// @return whether more may be printed
  public boolean print(ConsumerRecord<byte[], byte[]> record) {
    if (printed >= limit) {
      return false;
    }
    String full = RecordLine.full(record);
    if (wanted.matcher(full).find()) {
      out.println(valueOnly ? RecordLine.value(record) : full);
      out.flush();
      printed++;
    }
    return printed < limit;
  }
}
