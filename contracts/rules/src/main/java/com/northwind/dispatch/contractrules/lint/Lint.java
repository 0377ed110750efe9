package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.descriptor.EventType;
import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Holds the contracts against the rules for protobuf files. The package's map lists them.
public final class Lint {
  private Lint() {}

  /// Every breach, by file and line.
  public static List<Finding> check(Contracts contracts) {
    Findings findings = new Findings();
    WordingRules.check(contracts, findings);
    TopicRules.check(contracts, findings);
    Set<String> reached = new TreeSet<>();
    for (EventType event : contracts.events()) {
      EventRules.check(contracts, event, findings);
      reached.add(event.name());
      reached.addAll(contracts.reachedFrom(event.message()));
    }
    for (String name : reached) {
      MessageType message = contracts.messages().get(name);
      if (message != null) {
        for (Field field : message.fields()) {
          TypeRules.check(message, field, findings);
          UnitRules.check(message, field, findings);
          ValueRules.check(contracts, message, field, findings);
        }
      }
    }
    return findings.inOrder();
  }
}
