package com.northwind.dispatch.contractbenchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contractbenchmarks.Arguments.Parsed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) throws Exception {
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        words);
  }

  @Test
  void helpIsNoFailure() throws Exception {
    assertEquals(0, run("--help"));
    assertEquals(Arguments.USAGE, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aWordItDoesNotKnowIsNamed() throws Exception {
    assertEquals(2, run("--fast"));
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("unknown argument --fast"));
  }

  @Test
  void aFileThatIsNotNamedIsMissed() throws Exception {
    assertEquals(2, run("--json"));
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("--json needs the name of a file"));
  }

  @Test
  void readsWhatItIsAskedFor() {
    assertEquals(
        new Parsed.Understood(new Arguments(true, Optional.of(Path.of("f.json")))),
        Arguments.parse("--json", "f.json", "--quick"));
    assertEquals(new Parsed.Understood(new Arguments(false, Optional.empty())), Arguments.parse());
  }
}
