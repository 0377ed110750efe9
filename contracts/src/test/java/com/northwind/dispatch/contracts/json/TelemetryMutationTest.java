package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Damaged and rearranged telemetry: the fast path accepts what `JsonFormat` accepts, with the same
/// message, refuses the rest, and ends in no other way.
class TelemetryMutationTest {
  private static final long SEED = 19;
  private static final int MESSAGES = 250;

  private final BothWays both = new BothWays();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final WildMessages wild = new WildMessages(random);

  private byte[] json() {
    return both.written(wild.telemetry()).getBytes(StandardCharsets.UTF_8);
  }

  private void assertSameVerdict(byte[] json) {
    Optional<Telemetry> expected = both.verdictOfJsonFormat(json);
    Optional<Telemetry> actual = both.verdict(json);

    assertEquals(
        expected.map(BothWays::withoutMinusZero),
        actual.map(BothWays::withoutMinusZero),
        () -> new String(json, StandardCharsets.UTF_8));
  }

  @Test
  void aFlippedByteGetsTheVerdictOfJsonFormat() {
    for (int i = 0; i < MESSAGES; i++) {
      byte[] json = json();
      for (int n = 0; n < 40; n++) {
        byte[] damaged = json.clone();
        damaged[random.nextInt(json.length)] ^= (byte) (1 << random.nextInt(8));

        assertSameVerdict(damaged);
      }
    }
  }

  @Test
  void aByteInPlaceOfAnotherGetsTheVerdictOfJsonFormat() {
    byte[] likely = "{}[]:,\"\\/ \n0123456789eE+-.tfnuTZ\u0000".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < MESSAGES; i++) {
      byte[] json = json();
      for (int n = 0; n < 40; n++) {
        byte[] damaged = json.clone();
        damaged[random.nextInt(json.length)] = likely[random.nextInt(likely.length)];

        assertSameVerdict(damaged);
      }
    }
  }

  @Test
  void whatEndsEarlyIsRefusedAtEveryPlace() {
    for (int i = 0; i < MESSAGES / 10; i++) {
      byte[] json = json();
      for (int length = 0; length < json.length; length++) {
        assertTrue(both.verdict(Arrays.copyOf(json, length)).isEmpty());
      }
    }
  }

  @Test
  void whiteSpaceBetweenTokensChangesNothing() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      byte[] json = json();

      assertEquals(both.read(json), both.read(spaced(json)));
    }
  }

  private byte[] spaced(byte[] json) {
    ByteArrayOutputStream spaced = new ByteArrayOutputStream();
    boolean inText = false;
    boolean escaped = false;
    for (byte b : json) {
      boolean structure = !inText && "{}[]:,".indexOf(b) >= 0;
      if (structure) {
        spaced.write(" \t\r\n".charAt(random.nextInt(4)));
      }
      spaced.write(b);
      if (structure) {
        spaced.write(' ');
      }
      if (b == '"' && !escaped) {
        inText = !inText;
      }
      escaped = b == '\\' && !escaped;
    }
    return spaced.toByteArray();
  }

  @Test
  void theOrderOfFieldsAndUnknownOnesAmongThemChangeNothing() throws Exception {
    List<String> unknown =
        List.of(
            "\"newer\":1.5e3",
            "\"newerText\":\"}\\\"{\"",
            "\"newerFlag\":false",
            "\"newerNothing\":null",
            "\"newerTree\":{\"a\":[{},[],{\"b\":[null,true,-0.1e-2,\"\\u12aF\"]}],\"a\":{}}");
    for (int i = 0; i < MESSAGES; i++) {
      Telemetry telemetry = wild.telemetry();
      List<String> members = new ArrayList<>(unknown);
      for (var field : telemetry.getAllFields().keySet()) {
        Telemetry alone = Telemetry.newBuilder().setField(field, telemetry.getField(field)).build();
        String json = both.written(alone);
        members.add(json.substring(1, json.length() - 1));
      }
      Collections.shuffle(members, new Random(i));

      assertEquals(telemetry, both.read("{" + String.join(",", members) + "}"));
    }
  }
}
