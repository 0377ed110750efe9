package com.northwind.dispatch.loadplanning.request;

import org.jspecify.annotations.Nullable;

/// A load to be taken back, as it is sent.
///
/// @param commandId id the sender made for this command
/// @param reason why, in one sentence
public record ReasonRequest(@Nullable String commandId, @Nullable String reason) {

  /// The reason, when there is one.
  public String checkedReason() {
    return RequestCheck.text(reason, "/reason");
  }
}
