package com.northwind.dispatch.contractrules.approved;

import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The released schemas of a checkout as they lie there, and what is wrong with them. A snapshot:
/// it does not follow later changes on disk.
public final class ApprovedDirectory {
  private final ContractPaths paths;
  private final List<String> problems = new ArrayList<>();
  private final SortedMap<String, SortedMap<Integer, ApprovedSchema>> schemas = new TreeMap<>();
  private final Lock lock;
  private boolean lockIsReadable = true;

  private ApprovedDirectory(ContractPaths paths) {
    this.paths = paths;
    this.lock = readLock();
    SortedMap<String, byte[]> files = readFiles();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      take(file.getKey(), file.getValue());
    }
    findMissing(files);
    findGaps();
  }

  /// Reads the directory; one that does not exist is one without releases.
  public static ApprovedDirectory read(ContractPaths paths) {
    return new ApprovedDirectory(paths);
  }

  /// What is wrong, each with what to do about it; empty when every file is the one that was
  /// released.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// Names of all released types.
  public List<String> types() {
    return List.copyOf(schemas.keySet());
  }

  /// The released revisions of a type; empty when it has none.
  public SortedMap<Integer, ApprovedSchema> revisions(String type) {
    return Collections.unmodifiableSortedMap(schemas.getOrDefault(type, new TreeMap<>()));
  }

  /// The newest released revision of a type.
  public Optional<ApprovedSchema> current(String type) {
    SortedMap<Integer, ApprovedSchema> revisions = revisions(type);
    return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.lastEntry().getValue());
  }

  /// The revision of a type, if it was released.
  public Optional<ApprovedSchema> find(String type, int revision) {
    return Optional.ofNullable(revisions(type).get(revision));
  }

  Lock lock() {
    return lock;
  }

  private Lock readLock() {
    Path file = paths.approved().resolve(Lock.FILE_NAME);
    if (!Files.exists(file)) {
      return Lock.EMPTY;
    }
    try {
      return Lock.parse(Files.readString(file));
    } catch (NotJsonException e) {
      problems.add(
          paths.shown(file) + " cannot be read: " + e.getMessage() + ". " + restore(file) + ".");
      lockIsReadable = false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return Lock.EMPTY;
  }

  /// Relative name (with `/`) to bytes of every file below the directory but the lock.
  private SortedMap<String, byte[]> readFiles() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Path directory = paths.approved();
    if (!Files.isDirectory(directory)) {
      return files;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        if (!name.equals(Lock.FILE_NAME)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  private void take(String name, byte[] bytes) {
    Path file = paths.approved().resolve(name);
    String[] parts = name.split("/", -1);
    Optional<Integer> revision =
        parts.length == 2 && parts[1].endsWith(".json")
            ? Lock.revisionOf(parts[1].substring(0, parts[1].length() - ".json".length()))
            : Optional.empty();
    if (revision.isEmpty()) {
      problems.add(
          paths.shown(file)
              + " is no released schema: their files are TYPE/REVISION.json. Remove it.");
      return;
    }
    Optional<String> hash = lock.hash(parts[0], revision.get());
    if (hash.isEmpty() && lockIsReadable) {
      problems.add(
          paths.shown(file)
              + " is not in "
              + Lock.FILE_NAME
              + ": released files are only written by `./northwind contracts approve`. Remove the file and run that.");
      return;
    }
    if (hash.isPresent() && !ContentHash.of(bytes).equals(hash.get())) {
      problems.add(
          paths.shown(file)
              + " was edited, but a released revision never changes: records and caches refer to it. "
              + restore(file)
              + "; for a real change, change the protobuf file and run `./northwind contracts approve`, which writes the"
              + " next revision.");
    }
    keep(new ApprovedSchema(parts[0], revision.get(), new String(bytes, StandardCharsets.UTF_8)));
  }

  /// Whoever uses a schema may count on JSON.
  private void keep(ApprovedSchema schema) {
    try {
      if (JsonText.parse(schema.json()).isObject()) {
        schemas
            .computeIfAbsent(schema.type(), type -> new TreeMap<>())
            .put(schema.revision(), schema);
      }
    } catch (NotJsonException e) {
      problems.add(schema.id() + " is no JSON: " + e.getMessage() + ".");
    }
  }

  private void findMissing(SortedMap<String, byte[]> files) {
    lock.hashes()
        .forEach(
            (type, revisions) ->
                revisions.keySet().stream()
                    .filter(revision -> !files.containsKey(type + "/" + revision + ".json"))
                    .forEach(revision -> addMissing(type, revision)));
  }

  private void addMissing(String type, int revision) {
    Path file = paths.approved().resolve(type).resolve(revision + ".json");
    problems.add(
        paths.shown(file)
            + " is missing, but released revisions are kept for as long as records may be replayed. "
            + restore(file)
            + ".");
  }

  private void findGaps() {
    lock.hashes()
        .forEach(
            (type, revisions) -> {
              if (!revisions.isEmpty() && revisions.lastKey() != revisions.size()) {
                problems.add(
                    Lock.FILE_NAME
                        + " has a gap in the revisions of "
                        + type
                        + ": "
                        + revisions.keySet()
                        + ". "
                        + restore(paths.approved().resolve(Lock.FILE_NAME))
                        + ".");
              }
            });
  }

  private String restore(Path file) {
    return "`git checkout -- " + paths.shown(file) + "` brings the released one back";
  }
}
