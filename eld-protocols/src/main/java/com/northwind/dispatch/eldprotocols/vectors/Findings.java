package com.northwind.dispatch.eldprotocols.vectors;

import java.util.ArrayList;
import java.util.List;

/// What a comparison found, each in one line.
public final class Findings {
  private static final double TOLERANCE = 0.01;

  private final List<String> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /// Our value is not the expected one, and that is our fault until shown otherwise.
  public void differs(String field, Object expected, Object ours) {
    differences.add(field + ": expected " + expected + ", ours " + ours);
  }

  /// Our value is not the expected one for a reason that `DEVIATIONS.md` gives.
  public void deviates(String field, Object expected, Object ours, String reason) {
    notes.add(field + ": expected " + expected + ", ours " + ours + ": " + reason);
  }

  /// Something a reader of the result should know.
  public void note(String text) {
    notes.add(text);
  }

  /// Compares numbers with a tolerance of 0.01; a difference otherwise.
  public void compare(String field, double expected, double ours) {
    compare(field, expected, ours, TOLERANCE);
  }

  /// Compares numbers; a difference when they are farther apart than `tolerance`.
  public void compare(String field, double expected, double ours, double tolerance) {
    if (!isNear(expected, ours, tolerance)) {
      differs(field, expected, ours);
    }
  }

  /// Compares values; a difference unless equal.
  public void compareEqual(String field, Object expected, Object ours) {
    if (!expected.equals(ours)) {
      differs(field, expected, ours);
    }
  }

  /// Adds the findings of a part, which is called `part`.
  public void addAll(String part, Findings findings) {
    findings.differences.forEach(text -> differences.add(part + ' ' + text));
    findings.notes.forEach(text -> notes.add(part + ' ' + text));
  }

  /// The differences so far.
  public List<String> differences() {
    return List.copyOf(differences);
  }

  /// The deviations and other notes so far.
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /// Whether two numbers are equal within 0.01, and the error of computing with them.
  static boolean isNear(double expected, double ours) {
    return isNear(expected, ours, TOLERANCE);
  }

  private static boolean isNear(double expected, double ours, double tolerance) {
    return Math.abs(expected - ours) <= tolerance + 1e-9;
  }
}
