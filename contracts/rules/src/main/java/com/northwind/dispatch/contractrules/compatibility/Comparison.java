package com.northwind.dispatch.contractrules.compatibility;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One walk through two schemas, side by side.
///
/// Pairs of places wait in a queue rather than on the stack, and each is compared once, so schemas
/// may be recursive and chains of references long. Where it takes trying whether one alternative
/// takes another ([#holds]), a walk of its own tries it: it takes for granted what the walks above
/// it are still comparing (if they find a break, that is refused anyway), and what it confirms
/// needs no second look.
final class Comparison {
  private static final int DEEPEST_TRIAL = 60;
  private static final int MOST_HOPS = 100_000;
  private static final int MOST_STEPS = 1_000_000;

  /// What all walks of one check share.
  private static final class Shared {
    private final SchemaTree older;
    private final SchemaTree newer;
    private final Advice advice;
    private final Set<String> refused = new HashSet<>();
    private int steps;

    private Shared(SchemaTree older, SchemaTree newer) {
      this.older = older;
      this.newer = newer;
      this.advice = Advice.of(newer.root());
    }
  }

  private final Shared shared;
  private final Optional<Comparison> above;
  private final int depth;
  private final Set<String> seen = new HashSet<>();
  private final Deque<Pair<Place>> todo = new ArrayDeque<>();
  private final List<Incompatibility> found = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private boolean gaveUp;

  private Comparison(Shared shared, Optional<Comparison> above) {
    this.shared = shared;
    this.above = above;
    this.depth = above.map(a -> a.depth + 1).orElse(0);
  }

  /// Everything that breaks between two documents.
  static List<Incompatibility> of(SchemaTree older, SchemaTree newer, Direction direction) {
    Comparison walk = new Comparison(new Shared(older, newer), Optional.empty());
    walk.later(new Pair<>(older.rootPlace(), newer.rootPlace(), direction));
    walk.run();
    return List.copyOf(walk.found);
  }

  /// Compares two places when their turn comes; once is enough.
  void later(Pair<Place> asWritten) {
    Pair<Place> places = settled(asWritten);
    if (!isSeen(key(places))) {
      seen.add(key(places));
      todo.add(places);
    }
  }

  /// Whether the reader takes everything the writer writes there.
  boolean holds(Pair<Place> asWritten) {
    Pair<Place> places = settled(asWritten);
    String key = key(places);
    if (isSeen(key)) {
      return true;
    }
    return tried(key, trial -> trial.later(places));
  }

  /// Whether the reader's alternative takes everything of a type that the writer's writes.
  boolean holds(JsonType type, Pair<Shape> shapes) {
    String key =
        shapes.direction() + "|" + type + "|" + key(shapes.older()) + "|" + key(shapes.newer());
    if (isSeen(key)) {
      return true;
    }
    return tried(
        key,
        trial -> {
          trial.seen.add(key);
          ShapeRules.compare(type, shapes, trial);
        });
  }

  /// What a place of the pair allows.
  Pair<Expansion> expand(Pair<Place> places) {
    return new Pair<>(
        shared.older.expand(places.older()),
        shared.newer.expand(places.newer()),
        places.direction());
  }

  Expansion expandWriter(Pair<?> roles, Place place) {
    return roles.direction() == Direction.BACKWARD
        ? shared.older.expand(place)
        : shared.newer.expand(place);
  }

  Expansion expandReader(Pair<?> roles, Place place) {
    return expandWriter(roles.reversed(), place);
  }

  /// Notes a break.
  void refuse(Direction direction, Refusal refusal) {
    if (reported.add(refusal.rule() + refusal.pointer() + refusal.olderWords())) {
      found.add(refusal.in(direction, shared.advice));
    }
  }

  /// Whether anything was given up as too large since the walk began.
  boolean gaveUp() {
    return gaveUp;
  }

  /// Counts work, and tells whether there is still some left to spend.
  boolean maySpend(int steps) {
    shared.steps += steps;
    if (shared.steps > MOST_STEPS) {
      gaveUp = true;
    }
    return !gaveUp;
  }

  private void run() {
    boolean isTrial = above.isPresent();
    while (!todo.isEmpty() && !(isTrial && !found.isEmpty())) {
      Pair<Place> places = todo.remove();
      if (!maySpend(1)) {
        refuse(
            places.direction(),
            Refusal.ofSchema(
                Rule.NOT_COMPARED,
                Optional.of(places.older().first()),
                Optional.of(places.newer().first())));
        return;
      }
      PlaceRules.compare(places, this);
    }
  }

  private boolean tried(String key, java.util.function.Consumer<Comparison> start) {
    if (shared.refused.contains(key)) {
      return false;
    }
    if (depth >= DEEPEST_TRIAL || !maySpend(1)) {
      gaveUp = true;
      return false;
    }
    Comparison trial = new Comparison(shared, Optional.of(this));
    start.accept(trial);
    trial.run();
    gaveUp |= trial.gaveUp;
    if (trial.found.isEmpty()) {
      seen.addAll(trial.seen);
      seen.add(key);
      return true;
    }
    shared.refused.add(key);
    return false;
  }

  /// Where both sides refer to the same name and say nothing else, the definitions of that name:
  /// what is in them is found, and told, once.
  private Pair<Place> settled(Pair<Place> places) {
    Pair<Place> settled = places;
    for (int hops = 0; hops < MOST_HOPS; hops++) {
      Optional<String> reference = shared.older.mereReference(settled.older());
      if (reference.isEmpty() || !reference.equals(shared.newer.mereReference(settled.newer()))) {
        return settled;
      }
      Optional<Place> older = shared.older.follow(settled.older(), reference.get());
      Optional<Place> newer = shared.newer.follow(settled.newer(), reference.get());
      if (older.isEmpty() || newer.isEmpty()) {
        return settled;
      }
      settled = new Pair<>(older.get(), newer.get(), places.direction());
    }
    return settled;
  }

  private boolean isSeen(String key) {
    for (Optional<Comparison> walk = Optional.of(this); walk.isPresent(); walk = walk.get().above) {
      if (walk.get().seen.contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static String key(Pair<Place> places) {
    return places.direction() + "|" + places.older().key() + "|" + places.newer().key();
  }

  private static String key(Shape shape) {
    StringBuilder key = new StringBuilder();
    shape.plain().forEach(at -> key.append(at.pointer()).append(" & "));
    return key.append(shape.openValues().keySet()).append(shape.foreign()).toString();
  }
}
