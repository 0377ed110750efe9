package com.northwind.dispatch.contractrules.command;

import java.util.ArrayList;
import java.util.List;

/// A table of text with columns as wide as their content; the last column is broken into lines
/// where it gets too wide.
final class TextTable {
  private static final int LINE_WIDTH = 150;
  private static final int LEAST_WIDTH = 40;

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /// The table, each line after an indent.
  String text(String indent) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < columns - 1; i++) {
        line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 2);
      }
      int before = line.length();
      for (String part : broken(row.get(columns - 1), Math.max(LEAST_WIDTH, LINE_WIDTH - before))) {
        out.append(line.append(part).toString().stripTrailing()).append('\n');
        line.setLength(0);
        line.repeat(" ", before);
      }
    }
    return out.toString();
  }

  /// A text in lines of whole words.
  private static List<String> broken(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      if (space <= 0) {
        break;
      }
      lines.add(rest.substring(0, space));
      rest = rest.substring(space + 1);
    }
    lines.add(rest);
    return lines;
  }
}
