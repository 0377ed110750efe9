package com.northwind.dispatch.loadplanning.request;

import com.northwind.dispatch.loadplanning.load.CancelClass;
import com.northwind.dispatch.processkit.http.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A load to be called off, as it is sent.
///
/// @param commandId id the sender made for this command
/// @param reason why, in one sentence
/// @param reasonClass why, for counting: a name of [CancelClass]; absent when only the words say it
public record CancelRequest(
    @Nullable String commandId, @Nullable String reason, @Nullable String reasonClass) {

  /// The reason, when there is one.
  public String checkedReason() {
    return RequestCheck.text(reason, "/reason");
  }

  /// The reason's class, when it is one.
  public CancelClass checkedReasonClass() {
    if (reasonClass == null) {
      return CancelClass.IN_WORDS;
    }
    return Arrays.stream(CancelClass.values())
        .filter(known -> known.name().equals(reasonClass))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.at(
                        "/reasonClass",
                        "reason-class-unknown",
                        "There is no such class of reasons",
                        "'%s' is none of %s.".formatted(reasonClass, names()))
                    .asException());
  }

  private static String names() {
    return Arrays.stream(CancelClass.values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
