package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.descriptor.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Finds event types by the end of their names: `LoadAssigned`, `planning.v1.LoadAssigned` or the
/// whole name.
final class TypeNames {
  private static final int MOST_SUGGESTIONS = 3;

  private final List<String> types;

  TypeNames(Collection<String> types) {
    this.types = types.stream().distinct().sorted().toList();
  }

  /// The one type that a name stands for.
  ///
  /// @throws WrongCallException when it stands for none or several
  String find(String name) {
    List<String> found = matches(name);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new WrongCallException(
          "there is no event type '"
              + name
              + "'"
              + suggestion(name)
              + " `./northwind contracts list` shows all");
    }
    throw new WrongCallException(
        "'" + name + "' may be " + String.join(" or ", found) + ": say more of the name");
  }

  private List<String> matches(String name) {
    if (types.contains(name)) {
      return List.of(name);
    }
    String end = "." + name.toLowerCase(Locale.ROOT);
    return types.stream().filter(type -> type.toLowerCase(Locale.ROOT).endsWith(end)).toList();
  }

  private String suggestion(String name) {
    String wanted = Names.simple(name).toLowerCase(Locale.ROOT);
    int close = Math.max(2, wanted.length() / 4);
    List<String> near = new ArrayList<>();
    types.stream()
        .sorted(Comparator.comparingInt(type -> distance(wanted, type)))
        .filter(type -> distance(wanted, type) <= close || simple(type).contains(wanted))
        .limit(MOST_SUGGESTIONS)
        .forEach(near::add);
    return near.isEmpty()
        ? ";"
        : near.stream().collect(Collectors.joining(" or ", ". Did you mean ", "?"));
  }

  private static String simple(String type) {
    return Names.simple(type).toLowerCase(Locale.ROOT);
  }

  /// Letters to add, drop or exchange to turn one name into the other (Levenshtein).
  private static int distance(String wanted, String type) {
    String name = simple(type);
    int[] above = new int[name.length() + 1];
    for (int j = 0; j <= name.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      int[] row = new int[name.length() + 1];
      row[0] = i;
      for (int j = 1; j <= name.length(); j++) {
        int exchanged = above[j - 1] + (wanted.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[name.length()];
  }
}
