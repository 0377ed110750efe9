package com.northwind.dispatch.contractrules.files;

import java.nio.file.Path;

/// Where the contracts lie.
///
/// @param root root of the checkout
/// @param descriptors the descriptor set that the build of the contracts makes
/// @param approved directory of the released schemas
/// @param samples directory of the kept samples
/// @param docs directory of the generated documents
/// @param envelope schema of what stands around every event
public record ContractPaths(
    Path root, Path descriptors, Path approved, Path samples, Path docs, Path envelope) {
  private static final String PROTOBUF = "contracts/src/main/protobuf/";

  /// The usual places under the root of a checkout.
  public static ContractPaths under(Path root) {
    return new ContractPaths(
        root,
        root.resolve("contracts/target/generated-resources/northwind/contracts.desc"),
        root.resolve("contracts/approved"),
        root.resolve("contracts/samples"),
        root.resolve("docs/contracts"),
        root.resolve("contracts/src/main/resources/northwind/envelope.schema.json"));
  }

  public ContractPaths withDescriptors(Path file) {
    return new ContractPaths(root, file, approved, samples, docs, envelope);
  }

  public ContractPaths withApproved(Path directory) {
    return new ContractPaths(root, descriptors, directory, samples, docs, envelope);
  }

  public ContractPaths withSamples(Path directory) {
    return new ContractPaths(root, descriptors, approved, directory, docs, envelope);
  }

  /// A file as people name it: relative to the root where it lies below.
  public String shown(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path base = root.toAbsolutePath().normalize();
    return whole.startsWith(base) ? base.relativize(whole).toString() : whole.toString();
  }

  /// A protobuf file, named relative to the protobuf root, as people name it.
  public String shownProtobuf(String file) {
    return PROTOBUF + file;
  }
}
