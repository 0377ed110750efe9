package com.northwind.dispatch.contractrules.approved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractrules.Checkout;
import com.northwind.dispatch.contractrules.Fixture;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedSchemasTest {
  @TempDir private Path root = Path.of("");

  @Test
  void theShippedSchemasAreTheReleasedOnes() throws IOException {
    try (URLClassLoader loader = shipped(new Checkout(root, Fixture.depot()))) {
      List<ApprovedSchema> schemas = ApprovedSchemas.fromClasspath(loader);

      assertEquals(
          List.of(
              "northwind.depot.v1.GatePassed@1",
              "northwind.depot.v1.GateState@1",
              "northwind.depot.v2.GateState@1"),
          schemas.stream().map(schema -> schema.id().toString()).toList());
      assertTrue(
          schemas.get(0).json().contains("urn:northwind:schema:northwind.depot.v1.GatePassed:1"));
    }
  }

  @Test
  void aShippedFileThatWasChangedIsRefused() throws IOException {
    try (URLClassLoader loader = shipped(new Checkout(root, Fixture.depot()))) {
      Files.writeString(
          root.resolve("classes/northwind/approved/northwind.depot.v1.GateState/1.json"), "{}");

      var e =
          assertThrows(IllegalStateException.class, () -> ApprovedSchemas.fromClasspath(loader));

      assertTrue(
          String.valueOf(e.getMessage())
              .contains("GateState/1.json is not the file that was released"));
    }
  }

  @Test
  void aClassPathWithoutContractsIsRefused() throws IOException {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      assertThrows(IllegalStateException.class, () -> ApprovedSchemas.fromClasspath(empty));
    }
  }

  /// The released files where the contracts' jar has them.
  private URLClassLoader shipped(Checkout checkout) throws IOException {
    checkout.approve();
    for (String name : checkout.approvedFiles()) {
      checkout.write(
          root.resolve("classes/northwind/approved").resolve(name),
          checkout.read(checkout.approvedFile(name)));
    }
    return new URLClassLoader(new URL[] {root.resolve("classes/").toUri().toURL()}, null);
  }
}
