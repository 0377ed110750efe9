package com.northwind.dispatch.contracts.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ApprovedRevisionsTest {
  private static ApprovedRevisions read(String lock) throws IOException {
    return ApprovedRevisions.read(new ByteArrayInputStream(lock.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theHighestRevisionOfATypeIsTheOneThatIsWritten() throws IOException {
    ApprovedRevisions revisions =
        read(
            """
            {"a.v1.A": {"1": "sha256:0", "10": "sha256:1", "9": "sha256:2"}, "b.v1.B": {}}
            """);

    assertEquals(10, revisions.newest("a.v1.A"));
    assertEquals(1, revisions.newest("b.v1.B"));
    assertEquals(1, revisions.newest("not.v1.Released"));
  }

  @Test
  void aLockThatIsNoneIsNamed() {
    assertThrows(IOException.class, () -> read("[]"));
    assertThrows(IOException.class, () -> read("{\"a.v1.A\": 1}"));
  }
}
