package com.northwind.dispatch.contractrules.command;

import com.northwind.dispatch.contractrules.files.ContractPaths;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that say where the contracts lie; the launcher and tests give them.
final class Places {
  @Option(
      names = "--root",
      hidden = true,
      defaultValue = ".",
      description = "Root of the checkout.")
  private Path root = Path.of(".");

  @Option(names = "--descriptors", hidden = true, description = "The descriptor set.")
  private @Nullable Path descriptors;

  @Option(names = "--approved", hidden = true, description = "Directory of the released schemas.")
  private @Nullable Path approved;

  @Option(names = "--samples", hidden = true, description = "Directory of the kept samples.")
  private @Nullable Path samples;

  ContractPaths paths() {
    ContractPaths paths = ContractPaths.under(root);
    if (descriptors != null) {
      paths = paths.withDescriptors(descriptors);
    }
    if (approved != null) {
      paths = paths.withApproved(approved);
    }
    if (samples != null) {
      paths = paths.withSamples(samples);
    }
    return paths;
  }
}
