package com.northwind.dispatch.contractrules.check;

import java.util.List;

/// What a check found.
///
/// @param types how each event type stands, in the order of their names
/// @param problems why the contracts do not hold; empty when they do
/// @param notes what somebody should know or do, although the contracts hold
public record CheckReport(List<TypeVerdict> types, List<Problem> problems, List<String> notes) {
  public CheckReport {
    types = List.copyOf(types);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /// Whether the contracts hold.
  public boolean isClean() {
    return problems.isEmpty();
  }

  /// The whole report for people.
  public String text() {
    return new ReportText(this).write();
  }
}
