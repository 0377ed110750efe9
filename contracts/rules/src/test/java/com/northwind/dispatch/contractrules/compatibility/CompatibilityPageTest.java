package com.northwind.dispatch.contractrules.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompatibilityPageTest {
  /// The working directory of tests is the module's.
  private static final Path PAGE = Path.of("../../docs/contracts/compatibility.md");

  private static final Path AS_IT_SHOULD_BE = Path.of("target/compatibility.md");

  @Test
  void thePagePeopleReadSaysWhatTheTestsHold() throws IOException {
    String page = CompatibilityPage.render(CompatibilityTable.parts());
    Files.writeString(AS_IT_SHOULD_BE, page);
    String current = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(
        page,
        current,
        () ->
            "docs/contracts/compatibility.md is behind the table: copy contracts/rules/"
                + AS_IT_SHOULD_BE
                + " over it");
  }
}
