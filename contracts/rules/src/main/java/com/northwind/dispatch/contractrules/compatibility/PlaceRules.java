package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What two places allow: types first, then type by type the alternatives that have it.
final class PlaceRules {
  private static final List<String> NOT_IN_THE_DATA =
      List.of(
          "title",
          "description",
          "$comment",
          "examples",
          "deprecated",
          "$id",
          "$defs",
          "definitions");

  private PlaceRules() {}

  static void compare(Pair<Place> places, Comparison walk) {
    Pair<Expansion> pair = walk.expand(places);
    if (pair.writer().shapes().isEmpty()) {
      return;
    }
    if (pair.reader().shapes().isEmpty()) {
      refuse(
          places, places.direction() == Direction.BACKWARD ? Rule.FORBIDDEN : Rule.PERMITTED, walk);
      return;
    }
    if (pair.writer().gaveUp() || pair.reader().gaveUp()) {
      giveUp(places, walk);
    }
    Set<JsonType> readable = pair.reader().declaredTypes();
    if (!typesFit(places, pair, readable, walk)) {
      return;
    }
    for (JsonType type : typesOfEach(pair.writer())) {
      if (type.isIn(readable)) {
        AlternativeRules.compare(
            type,
            pair.with(writing(pair.writer(), type), reading(pair.reader(), type)),
            places.with(pair.writer().exclusive(), pair.reader().exclusive()),
            walk);
      }
    }
  }

  /// Too many alternatives to compare: only schemas that read the same, without references, are
  /// known to fit.
  private static void giveUp(Pair<Place> places, Comparison walk) {
    String older = text(places.older());
    if (!older.equals(text(places.newer()))
        || older.contains("Ref\"")
        || older.contains("$ref\"")) {
      refuse(places, Rule.NOT_COMPARED, walk);
    }
  }

  private static String text(Place place) {
    List<String> texts = new ArrayList<>();
    for (At part : place.parts()) {
      texts.add(
          part.node() instanceof ObjectNode schema
              ? schema.deepCopy().without(NOT_IN_THE_DATA).toString()
              : part.node().toString());
    }
    return texts.toString();
  }

  private static boolean typesFit(
      Pair<Place> places, Pair<Expansion> pair, Set<JsonType> readable, Comparison walk) {
    Set<JsonType> written = pair.writer().types();
    if (written.stream().allMatch(type -> type.isIn(readable))) {
      return true;
    }
    Set<JsonType> both = JsonType.both(written, pair.reader().types());
    Rule rule =
        both.isEmpty() ? Rule.TYPE_CHANGED : pair.rule(Rule.TYPE_NARROWED, Rule.TYPE_WIDENED);
    walk.refuse(
        places.direction(),
        refusal(rule, places, pair)
            .words(
                JsonType.words(pair.older().declaredTypes()),
                JsonType.words(pair.newer().declaredTypes())));
    return !both.isEmpty();
  }

  /// Points at `type` where both sides write it themselves, else at the schemas.
  private static Refusal refusal(Rule rule, Pair<Place> places, Pair<Expansion> pair) {
    Optional<At> older = ownType(places.older(), pair.older());
    Optional<At> newer = ownType(places.newer(), pair.newer());
    return older.isPresent() && newer.isPresent()
        ? Refusal.ofKeyword(rule, older, newer)
        : Refusal.ofSchema(
            rule, Optional.of(places.older().first()), Optional.of(places.newer().first()));
  }

  private static Optional<At> ownType(Place place, Expansion expansion) {
    At schema = place.first();
    return expansion.shapes().size() == 1 && schema.has("type")
        ? Optional.of(schema.child("type"))
        : Optional.empty();
  }

  /// Every type that some alternative has.
  private static Set<JsonType> typesOfEach(Expansion expansion) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    expansion.shapes().forEach(shape -> types.addAll(shape.types()));
    return types;
  }

  private static List<Shape> writing(Expansion expansion, JsonType type) {
    return expansion.shapes().stream().filter(shape -> shape.types().contains(type)).toList();
  }

  /// The alternatives that take values of a type; where none really does, because of the values
  /// listed, those that would.
  private static List<Shape> reading(Expansion expansion, JsonType type) {
    List<Shape> taking =
        expansion.shapes().stream().filter(shape -> type.isIn(shape.types())).toList();
    return taking.isEmpty()
        ? expansion.shapes().stream().filter(shape -> type.isIn(shape.declaredTypes())).toList()
        : taking;
  }

  private static void refuse(Pair<Place> places, Rule rule, Comparison walk) {
    walk.refuse(
        places.direction(),
        Refusal.ofSchema(
            rule, Optional.of(places.older().first()), Optional.of(places.newer().first())));
  }
}
