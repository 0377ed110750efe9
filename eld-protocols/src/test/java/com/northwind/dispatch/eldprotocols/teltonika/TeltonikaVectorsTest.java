package com.northwind.dispatch.eldprotocols.teltonika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import com.northwind.dispatch.eldprotocols.vectors.Conversation;
import com.northwind.dispatch.eldprotocols.vectors.Findings;
import com.northwind.dispatch.eldprotocols.vectors.TeltonikaMapping;
import com.northwind.dispatch.eldprotocols.vectors.VectorCase;
import com.northwind.dispatch.eldprotocols.vectors.VectorCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real captures decode to what a reference decoder makes of them, by value, however they arrive.
class TeltonikaVectorsTest {
  private static final int CASES = 25;

  private final VectorCheck check =
      new VectorCheck(
          new TeltonikaProtocol(), new TeltonikaMapping(), TeltonikaEncoder::withRightChecksum);

  static List<VectorCase> cases() {
    return CaptureFiles.vectors("teltonika");
  }

  @Test
  void noCaseIsLeftOut() {
    assertEquals(CASES, cases().size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decodesByValue(VectorCase vector) {
    assertEquals(List.of(), check.check(vector).differences());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decodesTheSameByteByByte(VectorCase vector) {
    Findings findings = check.check(vector, Conversation::feedByteByByte);

    assertEquals(List.of(), findings.differences());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decodesTheSameSplitAtEveryOffset(VectorCase vector) {
    int longest = vector.steps().stream().mapToInt(s -> s.stream().length()).max().orElseThrow();
    for (int offset = 1; offset < longest; offset++) {
      int split = offset;

      Findings findings =
          check.check(vector, (conversation, bytes) -> feedInTwo(conversation, bytes, split));

      assertEquals(List.of(), findings.differences(), "split at " + split);
    }
  }

  @Test
  void everyCaseThatDeviatesIsOnTheListAndNoOther() throws IOException {
    Set<String> deviating =
        cases().stream()
            .filter(vector -> !check.check(vector).notes().isEmpty())
            .map(VectorCase::id)
            .collect(Collectors.toCollection(TreeSet::new));

    String list = Files.readString(Path.of("DEVIATIONS.md"));
    Set<String> listed =
        Pattern.compile("teltonika-[0-9a-f]{12}")
            .matcher(list)
            .results()
            .map(match -> match.group())
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(deviating.isEmpty());
    assertEquals(deviating, listed);
  }

  private static void feedInTwo(Conversation conversation, WireBytes bytes, int split) {
    byte[] all = bytes.toArray();
    int at = Math.min(split, all.length);
    conversation.feed(WireBytes.of(Arrays.copyOfRange(all, 0, at)));
    conversation.feed(WireBytes.of(Arrays.copyOfRange(all, at, all.length)));
  }
}
