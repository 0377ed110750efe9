package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The table as a page for people, in Markdown.
final class CompatibilityPage {
  private CompatibilityPage() {}

  static String render(List<CompatibilityTable.Part> parts) {
    StringBuilder page = new StringBuilder();
    long cells = parts.stream().mapToLong(part -> part.cells().size()).sum();
    page.append(introduction(cells));
    overview(page, parts.getFirst().cells());
    for (CompatibilityTable.Part part : parts) {
      page.append("\n## ").append(part.title()).append("\n\n").append(part.text()).append("\n\n");
      row(page, List.of("Change", "Before", "After", "BACKWARD", "FORWARD", "Why"));
      row(page, List.of("---", "---", "---", "---", "---", "---"));
      part.cells().forEach(cell -> row(page, columns(cell)));
    }
    page.append("\n## The rules\n\nWhy a change is refused, by the names above.\n\n");
    row(page, List.of("Rule", "What changed", "Refused", "What to do instead"));
    row(page, List.of("---", "---", "---", "---"));
    for (Rule rule : Rule.values()) {
      row(page, columns(rule));
    }
    return page.toString();
  }

  /// The changes that are decided for open and for closed schemas, one line each.
  private static void overview(StringBuilder page, List<CompatibilityTable.Cell> cells) {
    page.append(
        "\n## Properties at one look\n\nB and F are the two directions; a dash is a refusal.\n\n");
    row(page, List.of("Change", "open, B", "open, F", "closed, B", "closed, F"));
    row(page, List.of("---", "---", "---", "---", "---"));
    for (int i = 0; i < cells.size(); i += 2) {
      CompatibilityTable.Cell open = cells.get(i);
      CompatibilityTable.Cell closed = cells.get(i + 1);
      row(
          page,
          List.of(
              open.change().replaceFirst(", open$", ""),
              mark(open.backward()),
              mark(open.forward()),
              mark(closed.backward()),
              mark(closed.forward())));
    }
  }

  private static String mark(String verdict) {
    return verdict.equals("allowed") ? "yes" : "–";
  }

  private static String introduction(long cells) {
    return """
        # What may change in an event's schema

        This page is written from the data that the tests run
        (`contracts/rules/src/test/resources/com/northwind/dispatch/contractrules/compatibility/table`): %d changes, each decided
        both ways and held by a test. To change a decision, change the data; `CompatibilityPageTest` then says where the new page is.

        **BACKWARD**: a reader of the newer schema reads data of the older: replays, and what is still on the topic.
        **FORWARD**: a reader of the older schema reads data of the newer: producers are rolled out before their readers.
        Events of the platform must be compatible both ways with **every** earlier version, because topics are replayed from their
        start (`FULL_TRANSITIVE`).

        Three ideas decide most cells:

        1. **Producers write only what their schema lists, and readers pass over names they do not know.** So an optional property
           may always come, also where the schema is closed.
        2. **What somebody may count on stays.** A property that goes is missed by readers of the older schema even where nothing
           fails, and its name could come back with another meaning. The same holds for units, defaults and listed values.
        3. **What cannot be shown to be harmless is refused.** Nobody can tell in general whether one pattern matches all that
           another does, or what is behind a reference to another document.

        A refusal names the place (JSON pointer), the rule, what was and what is, who would get hurt, and the ways out.
        """
        .formatted(cells);
  }

  private static List<String> columns(CompatibilityTable.Cell cell) {
    return List.of(
        cell.change(),
        code(cell.before()),
        code(cell.after()),
        verdict(cell.backward()),
        verdict(cell.forward()),
        cell.why());
  }

  private static List<String> columns(Rule rule) {
    boolean backward = rule.refuses(Direction.BACKWARD);
    boolean forward = rule.refuses(Direction.FORWARD);
    String refused = backward && forward ? "both ways" : backward ? "BACKWARD" : "FORWARD";
    return List.of(
        "`" + rule + "`",
        rule.sentence(),
        refused,
        String.join("; ", WaysOut.of(rule))
            .replace("{name}", "it")
            .replace("{newer}", "the new one")
            .replace("{older}", "the old one")
            .replace("{next}", "make a new version of the type"));
  }

  private static String verdict(String verdict) {
    return verdict.equals("allowed") ? verdict : "`" + verdict.replace(", ", "`, `") + "`";
  }

  private static String code(JsonNode schema) {
    return "`" + schema.toString() + "`";
  }

  private static void row(StringBuilder page, List<String> columns) {
    page.append('|');
    for (String column : columns) {
      page.append(' ').append(column.replace("|", "\\|")).append(" |");
    }
    page.append('\n');
  }
}
