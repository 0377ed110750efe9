package com.northwind.dispatch.processkit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Makes W3C `traceparent` values (<https://www.w3.org/TR/trace-context/>, version 00).
public final class TraceParent {
  private static final int LENGTH = 55;
  private static final int TRACE_ID_END = 35;
  private static final HexFormat HEX = HexFormat.of();

  private TraceParent() {}

  /// A new trace.
  public static String begin() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "00-"
        + HEX.toHexDigits(random.nextLong())
        + HEX.toHexDigits(random.nextLong() | 1)
        + "-"
        + HEX.toHexDigits(random.nextLong() | 1)
        + "-01";
  }

  /// The next step of the trace that `parent` belongs to, or a new trace when there is none or it
  /// is malformed.
  public static String continueFrom(@Nullable String parent) {
    if (parent == null || parent.length() != LENGTH || !parent.startsWith("00-")) {
      return begin();
    }
    long span = ThreadLocalRandom.current().nextLong() | 1;
    return parent.substring(0, TRACE_ID_END) + "-" + HEX.toHexDigits(span) + "-01";
  }
}
