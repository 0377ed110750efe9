package com.northwind.dispatch.loadplanning.load;

import java.util.List;

/// What a command comes to.
public sealed interface Decision {

  /// These events happen, in this order; none when the command changes nothing.
  record Decided(List<LoadEvent> events) implements Decision {
    public Decided {
      events = List.copyOf(events);
    }
  }

  /// Nothing happens, for this reason.
  record Refused(Refusal refusal) implements Decision {}

  /// These events happen.
  static Decision of(LoadEvent... events) {
    return new Decided(List.of(events));
  }

  /// Nothing is to be done: it is so already.
  static Decision nothing() {
    return new Decided(List.of());
  }
}
