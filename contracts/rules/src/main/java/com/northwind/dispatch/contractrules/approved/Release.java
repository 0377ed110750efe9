package com.northwind.dispatch.contractrules.approved;

import com.northwind.dispatch.contractrules.files.ContractPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes new revisions beside the released ones, and into the lock.
public final class Release {
  private Release() {}

  /// Writes the schemas and then the lock; whoever stops it in between finds files that are not in
  /// the lock, which the next check names.
  ///
  /// @throws IllegalArgumentException when a revision is not the next of its type
  public static void write(
      ContractPaths paths, ApprovedDirectory before, List<ApprovedSchema> schemas) {
    Lock lock = before.lock();
    for (ApprovedSchema schema : schemas) {
      int next = before.current(schema.type()).map(ApprovedSchema::revision).orElse(0) + 1;
      if (schema.revision() != next) {
        throw new IllegalArgumentException(
            "the next revision of " + schema.type() + " is " + next + ", not " + schema.revision());
      }
      byte[] bytes = schema.json().getBytes(StandardCharsets.UTF_8);
      write(file(paths, schema), bytes);
      lock = lock.with(schema.type(), schema.revision(), ContentHash.of(bytes));
    }
    if (!schemas.isEmpty()) {
      write(paths.approved().resolve(Lock.FILE_NAME), lock.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Where a revision lies.
  public static Path file(ContractPaths paths, ApprovedSchema schema) {
    return paths.approved().resolve(schema.type()).resolve(schema.revision() + ".json");
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      Path whole = Files.createTempFile(directory, ".", ".new");
      Files.write(whole, bytes);
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
