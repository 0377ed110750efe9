package com.northwind.dispatch.contractrules.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much is asked of a new version. Topics are replayed from their start, so events of the
/// platform ask for [#FULL_TRANSITIVE]; the others are what clients of schema registries know.
public enum CompatibilityLevel {
  /// Anything goes.
  NONE(false, false, false),
  /// Readers of the candidate read data of the last version.
  BACKWARD(true, false, false),
  /// Readers of the candidate read data of every version.
  BACKWARD_TRANSITIVE(true, false, true),
  /// Readers of the last version read data of the candidate.
  FORWARD(false, true, false),
  /// Readers of every version read data of the candidate.
  FORWARD_TRANSITIVE(false, true, true),
  /// Both ways, with the last version.
  FULL(true, true, false),
  /// Both ways, with every version.
  FULL_TRANSITIVE(true, true, true);

  private final boolean backward;
  private final boolean forward;
  private final boolean transitive;

  CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
    this.backward = backward;
    this.forward = forward;
    this.transitive = transitive;
  }

  /// What is asked between the candidate and each version it is compared with.
  public Set<Direction> directions() {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    if (backward) {
      directions.add(Direction.BACKWARD);
    }
    if (forward) {
      directions.add(Direction.FORWARD);
    }
    return directions;
  }

  /// Whether a candidate is compared with all versions, not only the last.
  public boolean transitive() {
    return transitive;
  }

  /// Every break between a candidate and the versions this level compares it with, the newest
  /// version first; none for a candidate that may be registered.
  public List<VersionConflict> check(SortedMap<Integer, JsonNode> versions, JsonNode candidate) {
    List<VersionConflict> conflicts = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> version :
        new TreeMap<>(versions).descendingMap().entrySet()) {
      for (Direction direction : directions()) {
        for (Incompatibility broken :
            Compatibility.check(version.getValue(), candidate, direction)) {
          conflicts.add(new VersionConflict(version.getKey(), broken));
        }
      }
      if (!transitive) {
        break;
      }
    }
    return List.copyOf(conflicts);
  }
}
