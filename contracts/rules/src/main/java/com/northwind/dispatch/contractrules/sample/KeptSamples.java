package com.northwind.dispatch.contractrules.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.approved.ApprovedSchema;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.json.NotJsonException;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import com.northwind.dispatch.contractrules.schema.SchemaId;
import com.northwind.dispatch.contractrules.schema.SchemaValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Holds the corpus of samples, `TYPE/REVISION/*.json`, against the revisions it was written with.
/// A file is a whole record or only an event's data.
public final class KeptSamples {
  private static final int LONGEST_LIST = 5;

  private final ContractPaths paths;
  private final ApprovedDirectory approved;
  private final Map<String, CurrentSchema> current = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<SchemaId> kept = new HashSet<>();
  private final Map<SchemaId, SchemaValidator> validators = new HashMap<>();

  private KeptSamples(ContractPaths paths, ApprovedDirectory approved, Contracts contracts) {
    this.paths = paths;
    this.approved = approved;
    CurrentSchema.all(contracts, approved)
        .forEach(schema -> current.put(schema.id().type(), schema));
  }

  /// Reads and checks every kept sample.
  public static KeptSamples check(
      ContractPaths paths, ApprovedDirectory approved, Contracts contracts) {
    KeptSamples samples = new KeptSamples(paths, approved, contracts);
    samples.checkAll();
    return samples;
  }

  /// What is wrong, a sentence per file.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// Released revisions of which no sample is kept.
  public List<SchemaId> revisionsWithout() {
    return approved.types().stream()
        .flatMap(type -> approved.revisions(type).values().stream())
        .map(ApprovedSchema::id)
        .filter(id -> !kept.contains(id))
        .toList();
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
    kept.add(schema.get().id());
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
    JsonNode data = whole ? sample.path("data") : sample;
    checkAgainst(file, schema.id(), schema.json(), data);
    CurrentSchema now = current.get(schema.type());
    if (now != null && !now.id().equals(schema.id())) {
      checkAgainst(file, now.id(), now.text(), data);
    }
  }

  private void checkAgainst(Path file, SchemaId id, String schema, JsonNode data) {
    List<String> broken =
        validators
            .computeIfAbsent(id, any -> new SchemaValidator(JsonText.parse(schema)))
            .problems(data);
    if (!broken.isEmpty()) {
      add(
          file,
          "does not obey "
              + id
              + ": "
              + String.join("; ", broken.subList(0, Math.min(LONGEST_LIST, broken.size())))
              + ". What was once produced must stay readable: restore the sample, or take the change back");
    }
  }

  private void add(Path file, String problem) {
    problems.add(paths.shown(file) + " " + problem + ".");
  }
}
