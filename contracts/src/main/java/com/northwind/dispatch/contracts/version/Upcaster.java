package com.northwind.dispatch.contracts.version;

import com.google.protobuf.Message;
import java.util.function.Function;

/// Turns an event of one major version into the next. Pure: the same event always becomes the same.
///
/// @param from the older version, as an empty message
/// @param to the version it becomes, as an empty message
/// @param step what says the same in the newer version
public record Upcaster<A extends Message, B extends Message>(A from, B to, Function<A, B> step) {

  /// Full name of the older version.
  String fromType() {
    return from.getDescriptorForType().getFullName();
  }

  /// Full name of the version it becomes.
  String toType() {
    return to.getDescriptorForType().getFullName();
  }

  B apply(Message older) {
    Class<?> expected = from.getClass();
    if (!expected.isInstance(older)) {
      throw new IllegalArgumentException(
          "an upcaster of "
              + fromType()
              + " was given a "
              + older.getDescriptorForType().getFullName());
    }
    @SuppressWarnings("unchecked") // checked the line above
    A typed = (A) older;
    return step.apply(typed);
  }
}
