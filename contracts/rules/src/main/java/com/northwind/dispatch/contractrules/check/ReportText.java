package com.northwind.dispatch.contractrules.check;

import com.northwind.dispatch.contractrules.diff.SchemaChange;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a report: a line per type, below it what changed; then problems, notes, and the outcome
/// in a sentence.
final class ReportText {
  private static final int MOST_CHANGES = 20;

  private final CheckReport report;
  private final StringBuilder out = new StringBuilder(4096);

  ReportText(CheckReport report) {
    this.report = report;
  }

  String write() {
    report.types().forEach(this::writeType);
    section("Problems", report.problems().stream().map(Problem::toString).toList());
    section("Notes", report.notes());
    out.append('\n').append(outcome()).append('\n');
    return out.toString();
  }

  private void writeType(TypeVerdict verdict) {
    switch (verdict) {
      case TypeVerdict.Unchanged(SchemaId current) -> line("unchanged", current.toString());
      case TypeVerdict.New(SchemaId first, List<String> readers) -> {
        line("new", first.type() + ": would be revision " + first.revision());
        readBy(readers);
      }
      case TypeVerdict.Grew(SchemaId next, List<SchemaChange> changes, List<String> readers) -> {
        line("grew", next.type() + ": would be revision " + next.revision() + wordsOnly(changes));
        changes.stream().limit(MOST_CHANGES).forEach(change -> detail(change.line()));
        if (changes.size() > MOST_CHANGES) {
          detail("... and " + (changes.size() - MOST_CHANGES) + " more");
        }
        readBy(readers);
      }
      case TypeVerdict.Refused(SchemaId next, List<Refusal> refusals, List<String> readers) -> {
        line("REFUSED", next.type() + ": cannot be revision " + next.revision());
        readBy(readers);
      }
      case TypeVerdict.Vanished(String type, List<Integer> revisions, List<String> readers) -> {
        line("REFUSED", type + ": gone, but " + revisions(revisions) + " is released");
        readBy(readers);
      }
    }
  }

  private static String wordsOnly(List<SchemaChange> changes) {
    return changes.stream().allMatch(SchemaChange::isWording) ? " (only words changed)" : "";
  }

  static String revisions(List<Integer> revisions) {
    return (revisions.size() == 1 ? "revision " : "revisions ")
        + revisions.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void readBy(List<String> readers) {
    if (!readers.isEmpty()) {
      detail("read by " + String.join(", ", readers));
    }
  }

  private void section(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      out.append('\n').append(title).append(":\n");
      for (String entry : entries) {
        String indent = "  - ";
        for (String line : entry.lines().toList()) {
          out.append(indent).append(line).append('\n');
          indent = "    ";
        }
      }
    }
  }

  private String outcome() {
    long changed =
        report.types().stream().filter(type -> !(type instanceof TypeVerdict.Unchanged)).count();
    String types =
        report.types().size()
            + (report.types().size() == 1 ? " event type, " : " event types, ")
            + (changed == 0 ? "none changed" : changed + " changed")
            + ". ";
    int count = report.problems().size();
    if (count == 0) {
      return types + "The contracts hold.";
    }
    return types
        + "The contracts do not hold: "
        + count
        + (count == 1 ? " problem." : " problems.");
  }

  private void line(String word, String text) {
    out.append("%-10s ".formatted(word)).append(text).append('\n');
  }

  private void detail(String text) {
    out.append("           ").append(text).append('\n');
  }
}
