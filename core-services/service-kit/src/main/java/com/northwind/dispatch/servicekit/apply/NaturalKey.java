package com.northwind.dispatch.servicekit.apply;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What makes an event the same event, from the fact itself: never an offset, never a time of
/// arrival.
///
/// @param effect which effect is guarded, e.g. `driver-action`
/// @param value the key, e.g. the action's id
public record NaturalKey(String effect, String value) {

  /// A key of several parts, in this order; parts may hold any character.
  public static NaturalKey of(String effect, Object... parts) {
    String value =
        Arrays.stream(parts)
            .map(part -> part.toString().replace("\\", "\\\\").replace("/", "\\/"))
            .collect(Collectors.joining("/"));
    return new NaturalKey(effect, value);
  }
}
