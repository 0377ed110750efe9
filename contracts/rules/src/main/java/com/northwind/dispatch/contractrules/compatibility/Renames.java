package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.northwind.dispatch.contractrules.document.Canonical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which properties that went look like ones that came: the same schema, required or not alike, and
/// either they are the only two or their names share a word. It changes no verdict, only what a
/// refusal calls the change.
final class Renames {
  private static final List<String> WORDS_ONLY =
      List.of("title", "description", "$comment", "examples", "deprecated", "default");

  /// A name on one side, with its schema.
  record Named(String name, Place place) {}

  private final Map<String, Named> newNames = new HashMap<>();
  private final Map<String, Named> oldNames = new HashMap<>();

  private Renames() {}

  static Renames between(
      Map<String, Place> gone, Map<String, Place> come, Pair<ObjectShape> objects) {
    Renames renames = new Renames();
    if (gone.isEmpty() || come.isEmpty()) {
      return renames;
    }
    boolean onlyTwo = gone.size() == 1 && come.size() == 1;
    Map<String, List<Named>> comeByShape = new HashMap<>();
    come.forEach(
        (name, place) ->
            comeByShape
                .computeIfAbsent(shape(name, place, objects.newer()), s -> new ArrayList<>())
                .add(new Named(name, place)));
    gone.forEach(
        (name, place) ->
            comeByShape.getOrDefault(shape(name, place, objects.older()), List.of()).stream()
                .filter(other -> onlyTwo || shareAWord(name, other.name()))
                .filter(other -> !renames.oldNames.containsKey(other.name()))
                .findFirst()
                .ifPresent(other -> renames.note(new Named(name, place), other)));
    return renames;
  }

  Optional<Named> newNameOf(String name) {
    return Optional.ofNullable(newNames.get(name));
  }

  Optional<Named> oldNameOf(String name) {
    return Optional.ofNullable(oldNames.get(name));
  }

  private void note(Named before, Named after) {
    newNames.put(before.name(), after);
    oldNames.put(after.name(), before);
  }

  private static String shape(String name, Place place, ObjectShape object) {
    JsonNode schema = place.first().node();
    if (schema instanceof ObjectNode written) {
      schema = written.deepCopy().without(WORDS_ONLY);
    }
    return object.required().containsKey(name) + Canonical.text(schema);
  }

  private static boolean shareAWord(String one, String other) {
    Set<String> words = words(one);
    words.retainAll(words(other));
    return !words.isEmpty();
  }

  /// The words of a name in camel case, snake case or with dashes.
  private static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String word : name.split("(?<=[a-z0-9])(?=[A-Z])|[_\\-. ]+", -1)) {
      if (word.length() > 1) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
