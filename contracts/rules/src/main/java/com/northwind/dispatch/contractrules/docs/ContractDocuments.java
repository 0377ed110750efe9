package com.northwind.dispatch.contractrules.docs;

import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.descriptor.Contracts;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import com.northwind.dispatch.contractrules.files.Envelope;
import com.northwind.dispatch.contractrules.json.JsonText;
import com.northwind.dispatch.contractrules.revision.CurrentSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The generated documents. The same contracts always make the same bytes.
public final class ContractDocuments {
  private final ContractPaths paths;
  private final SortedMap<String, String> texts = new TreeMap<>();

  private ContractDocuments(Contracts contracts, ApprovedDirectory approved, ContractPaths paths) {
    this.paths = paths;
    List<CurrentSchema> schemas = CurrentSchema.all(contracts, approved);
    texts.put(
        "asyncapi.json",
        JsonText.pretty(new AsyncApi(contracts, schemas, Envelope.schema(paths)).document()));
    texts.put("index.html", new HtmlPage(contracts, schemas, approved).text());
  }

  /// The documents of some contracts with their history.
  public static ContractDocuments of(
      Contracts contracts, ApprovedDirectory approved, ContractPaths paths) {
    return new ContractDocuments(contracts, approved, paths);
  }

  /// Whether the files lie where they belong and say what would be written now.
  public boolean areCurrent() {
    return stale().isEmpty();
  }

  /// The files that are missing or say something else.
  public List<Path> stale() {
    List<Path> stale = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = paths.docs().resolve(text.getKey());
      try {
        if (!Files.exists(file) || !Files.readString(file).equals(text.getValue())) {
          stale.add(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return stale;
  }

  /// Writes the files that say something else.
  ///
  /// @return those that were written
  public List<Path> write() {
    List<Path> stale = stale();
    for (Path file : stale) {
      try {
        Files.createDirectories(paths.docs());
        Files.writeString(file, texts.getOrDefault(file.getFileName().toString(), ""));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
    }
    return stale;
  }
}
