package com.northwind.dispatch.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Classes that a JVM has read and checked before: it writes them into a file when it ends in good
/// order, and starts in about half the time when the file is there.
///
/// The JVM passes over a file that does not fit the jars, and does not make it anew. So the file is
/// named after the jars' times and sizes; those of earlier builds are deleted.
final class ClassArchive {
  private final Path file;

  private ClassArchive(Path file) {
    this.file = file;
  }

  /// The archive of a process.
  ///
  /// @param jar the process's jar; its libraries are in `lib/` beside it
  static ClassArchive of(StackHome home, String process, Path jar) {
    Path directory = home.classArchives();
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve("%s-%s.jsa".formatted(process, fingerprint(jar)));
      deleteEarlier(directory, process, file);
      return new ClassArchive(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep class archives in " + directory, e);
    }
  }

  Path file() {
    return file;
  }

  /// The JVM's flags that read and write the archive.
  List<String> flags() {
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + file,
        // What the JVM has to say about archives is of no use to whoever reads the process's log.
        "-Xlog:disable");
  }

  private static String fingerprint(Path jar) throws IOException {
    List<String> facts = new ArrayList<>();
    facts.add(System.getProperty("java.vm.version"));
    facts.add(fact(jar));
    Path libraries = jar.toAbsolutePath().resolveSibling("lib");
    if (Files.isDirectory(libraries)) {
      try (Stream<Path> files = Files.list(libraries)) {
        for (Path library : files.sorted().toList()) {
          facts.add(fact(library));
        }
      }
    }
    byte[] text = String.join("\n", facts).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(text).toString().substring(0, 8);
  }

  private static String fact(Path jar) throws IOException {
    return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
  }

  private static void deleteEarlier(Path directory, String process, Path current)
      throws IOException {
    try (DirectoryStream<Path> archives =
        Files.newDirectoryStream(directory, process + "-????????.jsa")) {
      for (Path archive : archives) {
        if (!archive.equals(current)) {
          Files.delete(archive);
        }
      }
    }
  }
}
