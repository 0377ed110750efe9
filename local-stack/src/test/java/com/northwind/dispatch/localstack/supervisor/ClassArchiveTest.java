package com.northwind.dispatch.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

  @TempDir Path root;

  @Test
  void theSameJarsKeepTheirArchive() throws Exception {
    Path jar = Files.writeString(root.resolve("routing-1.jar"), "jar");

    assertEquals(archive(jar), archive(jar));
  }

  @Test
  void aChangedLibraryMakesANewArchiveAndDeletesTheOld() throws Exception {
    Path jar = Files.writeString(root.resolve("routing-1.jar"), "jar");
    Path library = Files.createDirectories(root.resolve("lib")).resolve("kit.jar");
    Files.writeString(library, "old");
    Path before = Files.writeString(archive(jar), "archive");
    Path other = Files.writeString(before.resolveSibling("gateway-01234567.jsa"), "archive");

    Files.writeString(library, "newer");

    assertNotEquals(before, archive(jar));
    assertFalse(Files.exists(before));
    assertTrue(Files.exists(other));
  }

  private Path archive(Path jar) {
    return ClassArchive.of(new StackHome(root), "routing", jar).file();
  }
}
