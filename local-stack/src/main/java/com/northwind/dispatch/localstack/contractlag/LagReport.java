package com.northwind.dispatch.localstack.contractlag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is used held against what is registered.
public final class LagReport {
  private final Map<SchemaUse.Key, SchemaUse> uses;
  private final Optional<ApprovedSchemas> approved;
  private final Instant now;

  /// @param approved what is registered, or nothing when this build does not say
  public LagReport(
      Map<SchemaUse.Key, SchemaUse> uses, Optional<ApprovedSchemas> approved, Instant now) {
    this.uses = Map.copyOf(uses);
    this.approved = approved;
    this.now = now;
  }

  /// Whether everything that is used is registered.
  public boolean clean() {
    return approved.isPresent() && unregistered().isEmpty();
  }

  /// Used, but not registered.
  List<SchemaUse.Key> unregistered() {
    return sorted().stream()
        .filter(key -> approved.map(known -> !known.has(key.type(), key.revision())).orElse(false))
        .toList();
  }

  /// Used and registered, but not the newest revision.
  List<SchemaUse.Key> behind() {
    return sorted().stream()
        .filter(key -> approved.map(known -> known.has(key.type(), key.revision())).orElse(false))
        .filter(
            key -> approved.map(known -> known.newest(key.type()) > key.revision()).orElse(false))
        .toList();
  }

  /// Registered, but not used: `TYPE@REV`.
  List<String> unused() {
    List<String> unused = new ArrayList<>();
    approved.ifPresent(
        known ->
            known
                .revisions()
                .forEach(
                    (type, revisions) ->
                        revisions.stream()
                            .filter(revision -> !isUsed(type, revision))
                            .forEach(revision -> unused.add(type + "@" + revision))));
    return unused;
  }

  /// The report, line by line.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Used");
    sorted().forEach(key -> lines.add("  " + line(key)));
    if (uses.isEmpty()) {
      lines.add("  nothing");
    }
    if (approved.isEmpty()) {
      lines.add("");
      lines.add("This build ships no approved revisions, so nothing can be held against them.");
      return lines;
    }
    section(lines, "Used, but not registered", unregistered().stream().map(this::line).toList());
    section(
        lines,
        "Still written, though a newer revision is registered",
        behind().stream().map(this::line).toList());
    section(lines, "Registered, but not used", unused());
    return lines;
  }

  private static void section(List<String> lines, String title, List<String> content) {
    lines.add("");
    lines.add(title + ": " + (content.isEmpty() ? "none" : content.size()));
    content.forEach(line -> lines.add("  " + line));
  }

  private String line(SchemaUse.Key key) {
    SchemaUse use = uses.get(key);
    if (use == null) {
      return name(key);
    }
    String writers =
        use.writers().entrySet().stream()
            .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
            .limit(5)
            .map(writer -> writer.getKey() + " " + ago(writer.getValue()))
            .collect(Collectors.joining(", "));
    int more = use.writers().size() - 5;
    return "%s on %s: %,d event%s, the last %s, by %s%s"
        .formatted(
            name(key),
            key.topic(),
            use.events(),
            use.events() == 1 ? "" : "s",
            ago(use.lastSeen()),
            writers,
            more > 0 ? " and " + more + " more" : "");
  }

  private String ago(Instant at) {
    Duration age = Duration.between(at, now);
    if (age.toMinutes() < 1) {
      return Math.max(0, age.toSeconds()) + " s ago";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    return age.toDays() < 1 ? age.toHours() + " h ago" : age.toDays() + " d ago";
  }

  private static String name(SchemaUse.Key key) {
    return key.revision() == 0
        ? key.type() + " (names no revision of it)"
        : key.type() + "@" + key.revision();
  }

  private boolean isUsed(String type, int revision) {
    return uses.keySet().stream()
        .anyMatch(key -> key.type().equals(type) && key.revision() == revision);
  }

  private List<SchemaUse.Key> sorted() {
    return uses.keySet().stream()
        .sorted(
            Comparator.comparing(SchemaUse.Key::type)
                .thenComparingInt(SchemaUse.Key::revision)
                .thenComparing(SchemaUse.Key::topic))
        .toList();
  }
}
