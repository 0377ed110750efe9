package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EventType;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import java.util.Optional;

/// The option `event` of a message.
final class EventRules {
  private EventRules() {}

  static void check(Contracts contracts, EventType event, Findings findings) {
    MessageType message = event.message();
    if (contracts.topicOf(event).isEmpty()) {
      findings.add(
          message.place(),
          message.name(),
          "is an event on no known topic",
          "Set topic in its option event to a value of northwind.contract.v1.Topic.");
    }
    checkKey(event, findings);
    event.replaces().ifPresent(replaced -> checkReplaced(contracts, event, replaced, findings));
  }

  private static void checkKey(EventType event, Findings findings) {
    MessageType message = event.message();
    Optional<Field> key = message.field(event.key());
    if (key.isEmpty()) {
      findings.add(
          message.place(),
          message.name(),
          event.key().isEmpty()
              ? "does not say which field keys its records"
              : "is keyed by '" + event.key() + "', which is none of its fields",
          "Set key in its option event to the name of one of its text fields.");
    } else if (!key.get().isSingular() || !key.get().type().isText()) {
      findings.add(
          message,
          key.get(),
          "keys the records of its event but is no single text",
          "Use a string: keys are compared byte by byte.");
    }
  }

  private static void checkReplaced(
      Contracts contracts, EventType event, String replaced, Findings findings) {
    MessageType message = event.message();
    if (replaced.equals(event.name())) {
      findings.add(
          message.place(),
          message.name(),
          "replaces itself",
          "Name the event of the version before.");
    } else if (contracts.event(replaced).isEmpty()) {
      findings.add(
          message.place(),
          message.name(),
          "replaces " + replaced + ", which is no event",
          "Keep the replaced message, with its option event: its records are still on the topic.");
    }
  }
}
