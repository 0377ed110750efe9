package com.northwind.dispatch.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How much of the machine's memory a process holds.
public final class ResidentMemory {
  private static final int KIB_PER_MIB = 1024;

  private ResidentMemory() {}

  /// Memory of a process and everything it started, MiB. Pages that several processes share count
  /// once in the sum: each carries its share of them (the kernel's PSS). 0 when it is gone.
  public static long ofTreeMib(long pid) {
    Stream<ProcessHandle> tree =
        ProcessHandle.of(pid)
            .map(root -> Stream.concat(Stream.of(root), root.descendants()))
            .orElse(Stream.empty());
    return tree.mapToLong(process -> ofOneKib(process.pid())).sum() / KIB_PER_MIB;
  }

  /// Memory of one process alone, MiB. 0 when it is gone.
  public static long ofOneMib(long pid) {
    return ofOneKib(pid) / KIB_PER_MIB;
  }

  private static long ofOneKib(long pid) {
    long share = field(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
    return share > 0 ? share : field(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
  }

  private static long field(Path file, String name) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
