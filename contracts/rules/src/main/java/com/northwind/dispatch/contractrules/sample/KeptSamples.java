package com.northwind.dispatch.contractrules.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import com.northwind.dispatch.contractrules.schema.SchemaValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds the corpus of samples, `TYPE/REVISION/*.json`, against the revisions it was written with.
/// A file is a whole record or only an event's data.
public final class KeptSamples {
  private static final int LONGEST_LIST = 5;

  private final ContractPaths paths;
  private final ApprovedDirectory approved;
  private final List<String> problems = new ArrayList<>();
  private final Map<SchemaId, Integer> counts = new HashMap<>();
  private final Map<SchemaId, SchemaValidator> validators = new HashMap<>();

  private KeptSamples(ContractPaths paths, ApprovedDirectory approved) {
    this.paths = paths;
    this.approved = approved;
  }

  /// Reads and checks every kept sample.
  public static KeptSamples check(ContractPaths paths, ApprovedDirectory approved) {
    KeptSamples samples = new KeptSamples(paths, approved);
    samples.checkAll();
    return samples;
  }

  /// What is wrong, a sentence per file.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// How many samples are kept of a revision.
  public int count(SchemaId revision) {
    return counts.getOrDefault(revision, 0);
  }

  private void checkAll() {
    if (!Files.isDirectory(paths.samples())) {
      return;
    }
    try (Stream<Path> found = Files.walk(paths.samples())) {
      for (Path file :
          found
              .filter(Files::isRegularFile)
              .filter(f -> f.toString().endsWith(".json"))
              .sorted()
              .toList()) {
        check(file, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + paths.samples(), e);
    }
  }

  private void check(Path file, String text) {
    Optional<ApprovedSchema> schema = schemaOf(file);
    if (schema.isEmpty()) {
      add(
          file,
          "belongs to no released revision: samples are kept as TYPE/REVISION/NAME.json. Move it, or remove it");
      return;
    }
    counts.merge(schema.get().id(), 1, Integer::sum);
    try {
      check(file, JsonText.parse(text), schema.get());
    } catch (NotJsonException e) {
      add(file, "is no JSON: " + e.getMessage() + ". Restore it from git");
    }
  }

  private Optional<ApprovedSchema> schemaOf(Path file) {
    Path name = paths.samples().relativize(file);
    if (name.getNameCount() != 3 || !name.getName(1).toString().matches("[1-9]\\d{0,8}")) {
      return Optional.empty();
    }
    return approved.find(name.getName(0).toString(), Integer.parseInt(name.getName(1).toString()));
  }

  private void check(Path file, JsonNode sample, ApprovedSchema schema) {
    boolean whole = sample.has("specversion");
    if (whole && !sample.path("dataschema").asText().equals(schema.id().urn())) {
      add(
          file,
          "says dataschema '"
              + sample.path("dataschema").asText()
              + "' but lies under "
              + schema.id()
              + ". Move it to the revision it was written with");
      return;
    }
    List<String> broken =
        validators
            .computeIfAbsent(schema.id(), id -> new SchemaValidator(JsonText.parse(schema.json())))
            .problems(whole ? sample.path("data") : sample);
    if (!broken.isEmpty()) {
      String shown = String.join("; ", broken.subList(0, Math.min(LONGEST_LIST, broken.size())));
      add(
          file,
          "does not obey "
              + schema.id()
              + ": "
              + shown
              + ". Released schema and sample belong together: restore both from git");
    }
  }

  private void add(Path file, String problem) {
    problems.add(paths.shown(file) + " " + problem + ".");
  }
}
