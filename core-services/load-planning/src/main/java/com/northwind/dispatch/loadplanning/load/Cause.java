package com.northwind.dispatch.loadplanning.load;

import com.northwind.dispatch.processkit.trace.TraceParent;
import org.jspecify.annotations.Nullable;

/// What led to a change.
///
/// @param id the command's or event's id, for the audit
/// @param traceparent W3C trace context to go on with
public record Cause(String id, String traceparent) {

  /// A cause that continues a trace, or begins one when there is none.
  public static Cause of(String id, @Nullable String traceparent) {
    return new Cause(id, TraceParent.continueFrom(traceparent));
  }
}
