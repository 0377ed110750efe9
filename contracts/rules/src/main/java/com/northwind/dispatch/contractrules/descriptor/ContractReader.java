package com.northwind.dispatch.contractrules.descriptor;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads descriptor sets into [Contracts].
public final class ContractReader {
  private ContractReader() {}

  /// Reads a file that the build of the contracts made.
  ///
  /// @throws UnreadableContractsException when it is missing or is no descriptor set
  public static Contracts read(Path file) {
    try {
      return read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new UnreadableContractsException(
          "there is no " + file + ": `./northwind verify -pl contracts -am` makes it", e);
    } catch (IOException e) {
      throw new UnreadableContractsException("cannot read " + file + ": " + e, e);
    }
  }

  /// Reads a serialised `FileDescriptorSet` with imports, source information and options.
  ///
  /// @throws UnreadableContractsException when the bytes are no such set
  public static Contracts read(byte[] descriptorSet) {
    Map<String, FileDescriptor> files = link(parse(descriptorSet));
    ModelBuilder model = new ModelBuilder(new RuleOptions(files.values()));
    files.values().stream()
        .filter(file -> !file.getPackage().startsWith("google."))
        .forEach(model::add);
    return model.build();
  }

  private static FileDescriptorSet parse(byte[] descriptorSet) {
    try {
      return FileDescriptorSet.parseFrom(descriptorSet);
    } catch (InvalidProtocolBufferException e) {
      throw new UnreadableContractsException(
          "the bytes are no descriptor set of protoc: " + e.getMessage(), e);
    }
  }

  private static Map<String, FileDescriptor> link(FileDescriptorSet set) {
    Map<String, FileDescriptorProto> unlinked = new LinkedHashMap<>();
    set.getFileList().forEach(file -> unlinked.put(file.getName(), file));
    Map<String, FileDescriptor> linked = new LinkedHashMap<>();
    // Options are parsed with the library's own definition of them, so the files must refer to that
    // very one.
    FileDescriptor own = DescriptorProtos.getDescriptor();
    Map<String, FileDescriptor> known = new HashMap<>(Map.of(own.getName(), own));
    for (String name : unlinked.keySet()) {
      linked.put(name, link(name, unlinked, known));
    }
    return linked;
  }

  private static FileDescriptor link(
      String name, Map<String, FileDescriptorProto> unlinked, Map<String, FileDescriptor> known) {
    FileDescriptor before = known.get(name);
    if (before != null) {
      return before;
    }
    FileDescriptorProto file = unlinked.get(name);
    if (file == null) {
      throw new UnreadableContractsException(
          "the descriptor set lacks "
              + name
              + ", which one of its files imports: make it with its imports");
    }
    FileDescriptor[] imports =
        file.getDependencyList().stream()
            .map(imported -> link(imported, unlinked, known))
            .toArray(FileDescriptor[]::new);
    try {
      FileDescriptor linked = FileDescriptor.buildFrom(file, imports);
      known.put(name, linked);
      return linked;
    } catch (DescriptorValidationException e) {
      throw new UnreadableContractsException(
          "the descriptor set's " + name + " is not valid protobuf: " + e.getMessage(), e);
    }
  }
}
