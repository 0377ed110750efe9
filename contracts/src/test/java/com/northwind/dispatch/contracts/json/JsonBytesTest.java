package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonBytesTest {
  private static String text(JsonBytes out) {
    return StandardCharsets.UTF_8.decode(out.view()).toString();
  }

  @Test
  void growsAsItIsWrittenTo() {
    JsonBytes out = new JsonBytes(0);
    for (int i = 0; i < 1_000; i++) {
      out.raw(new byte[] {'a', 'b'});
      out.raw('c');
    }

    assertEquals("abc".repeat(1_000), text(out));
    assertEquals(3_000, out.toByteArray().length);
  }

  @Test
  void plainTextHasNoMoreEscapesThanJsonDemands() {
    JsonBytes out = new JsonBytes(1);

    out.plainText("<a href='x'>=&\u0001\n\"\\é\u2028\ud83d\ude9a");

    assertEquals("\"<a href='x'>=&\\u0001\\n\\\"\\\\é\\u2028\ud83d\ude9a\"", text(out));
  }

  @Test
  void halfACharacterIsAQuestionMarkAsInTheJdk() {
    String halves = "\ud83d|\ude9a|\ude9a\ud83d";
    JsonBytes out = new JsonBytes(1);
    out.text(halves);

    assertEquals(
        '"' + new String(halves.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) + '"',
        text(out));
  }

  @Test
  void wholeNumbersOfEveryLengthAreWritten() {
    long[] numbers = {0, 9, 10, 99, 1_000_000_007, -1, -10, Long.MAX_VALUE, Long.MIN_VALUE};
    for (long number : numbers) {
      JsonBytes out = new JsonBytes(1);
      IntegerWriter.write(number, out);

      assertEquals(Long.toString(number), text(out));
    }
  }

  @Test
  void aViewCannotBeWrittenThrough() {
    JsonBytes out = new JsonBytes(8);
    out.raw('x');

    assertThrows(java.nio.ReadOnlyBufferException.class, () -> out.view().put((byte) 'y'));
  }
}
