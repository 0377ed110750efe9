package com.northwind.dispatch.contractrules.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Test
  void objectsAreOpenedAndPlainListsStayOnOneLine() {
    assertEquals(
        """
        {
          "a": [1, "b", null],
          "c": {},
          "d": [
            {
              "e": true
            }
          ]
        }
        """,
        JsonText.pretty(JsonText.parse("{\"a\":[1,\"b\",null],\"c\":{},\"d\":[{\"e\":true}]}")));
  }

  @Test
  void aLongListIsOpenedToo() {
    String text =
        JsonText.pretty(JsonText.parse("[\"" + "x".repeat(60) + "\", \"" + "y".repeat(60) + "\"]"));

    assertEquals(4, text.lines().count());
  }

  @Test
  void whatIsReadIsWrittenAgain() {
    String text = "{\n  \"ö\\n\\\"\": \"\\u0001\"\n}\n";

    assertEquals(text, JsonText.pretty(JsonText.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"a\": 1, \"a\": 2}", "{} {}", "{'a': 1}", "NaN"})
  void whatIsNoJsonIsRefused(String text) {
    assertThrows(NotJsonException.class, () -> JsonText.parse(text));
  }

  @Test
  void nestingIsBounded() {
    var e =
        assertThrows(
            NotJsonException.class, () -> JsonText.parse("[".repeat(1000) + "]".repeat(1000)));

    assertTrue(String.valueOf(e.getMessage()).contains("100"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-90, -90", "0.5, 0.5", "4294967295, 4294967295", "1e20, 1.0E20"})
  void numbersAreShort(double value, String text) {
    assertEquals(text, JsonText.number(value).toString());
  }
}
