package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/// A refusal while it is put together: what was found, before it is put into words.
///
/// @param older what the older schema has there
/// @param newer what the newer schema has there
/// @param keyword whether the two are values of a keyword, rather than schemas
/// @param olderWords the older in a sentence
/// @param newerWords the newer in a sentence
/// @param name what changed, in a sentence; empty to tell it by the pointer
record Refusal(
    Rule rule,
    Optional<At> older,
    Optional<At> newer,
    boolean keyword,
    String olderWords,
    String newerWords,
    String name) {
  private static final int LONGEST_WORDS_CHARACTERS = 60;

  /// A schema changed, came or went.
  static Refusal ofSchema(Rule rule, Optional<At> older, Optional<At> newer) {
    return of(rule, older, newer, false);
  }

  /// The value of a keyword changed, came or went.
  static Refusal ofKeyword(Rule rule, Optional<At> older, Optional<At> newer) {
    return of(rule, older, newer, true);
  }

  /// The same for what stands in a pair.
  static Refusal ofKeyword(Rule rule, Pair<Optional<At>> pair) {
    return ofKeyword(rule, pair.older(), pair.newer());
  }

  private static Refusal of(
      Rule rule, Optional<At> maybeOlder, Optional<At> maybeNewer, boolean keyword) {
    Optional<At> older = maybeOlder.filter(Refusal::stands);
    Optional<At> newer = maybeNewer.filter(Refusal::stands);
    return new Refusal(rule, older, newer, keyword, words(older), words(newer), "");
  }

  /// Says in its own words what was and what is.
  Refusal words(String olderWords, String newerWords) {
    return new Refusal(rule, older, newer, keyword, olderWords, newerWords, name);
  }

  /// Says in its own words what changed.
  Refusal name(String name) {
    return new Refusal(rule, older, newer, keyword, olderWords, newerWords, name);
  }

  /// Where: in the newer schema, or in the older where the newer has nothing.
  String pointer() {
    return newer.or(() -> older).map(At::pointer).orElse("");
  }

  /// The finished refusal.
  Incompatibility in(Direction direction, Advice advice) {
    String subject = name.isEmpty() ? Subject.of(pointer()) : name;
    return new Incompatibility(
        direction,
        rule,
        pointer(),
        older.map(this::fragment),
        newer.map(this::fragment),
        capitalised(fill(rule.why(direction), subject, advice)),
        WaysOut.of(rule).stream().map(way -> fill(way, subject, advice)).toList());
  }

  private String fill(String text, String subject, Advice advice) {
    return text.replace("{next}", advice.nextVersion())
        .replace("{name}", subject)
        .replace("{older}", olderWords)
        .replace("{newer}", newerWords);
  }

  private JsonNode fragment(At at) {
    if (!keyword) {
      return at.node();
    }
    String name = at.pointer().substring(at.pointer().lastIndexOf('/') + 1);
    return JsonNodeFactory.instance.objectNode().set(name, at.node());
  }

  private static boolean stands(At at) {
    return at.written() && !at.node().isMissingNode();
  }

  private static String words(Optional<At> at) {
    String text =
        at.map(a -> a.node().isTextual() ? a.node().textValue() : a.node().toString())
            .orElse("nothing");
    return text.length() <= LONGEST_WORDS_CHARACTERS
        ? text
        : text.substring(0, LONGEST_WORDS_CHARACTERS) + "…";
  }

  private static String capitalised(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
  }

  /// Texts in a sentence, in quotation marks; long lists are cut.
  static String quoted(List<String> texts) {
    int most = 5;
    String listed = String.join(", ", texts.stream().limit(most).toList());
    return texts.size() <= most ? listed : listed + " and " + (texts.size() - most) + " more";
  }
}
