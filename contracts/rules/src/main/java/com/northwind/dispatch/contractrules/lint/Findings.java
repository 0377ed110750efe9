package com.northwind.dispatch.contractrules.lint;

import com.northwind.dispatch.contractrules.descriptor.Field;
import com.northwind.dispatch.contractrules.descriptor.MessageType;
import com.northwind.dispatch.contractrules.descriptor.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects findings.
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  void add(Place place, String subject, String problem, String wayOut) {
    findings.add(new Finding(place, subject, problem, wayOut));
  }

  void add(MessageType message, Field field, String problem, String wayOut) {
    add(field.place(), message.name() + "." + field.name(), problem, wayOut);
  }

  /// Every finding once, by file and line.
  List<Finding> inOrder() {
    return findings.stream()
        .distinct()
        .sorted(
            Comparator.comparing((Finding finding) -> finding.place().file())
                .thenComparingInt(finding -> finding.place().line())
                .thenComparing(Finding::subject))
        .toList();
  }
}
