package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.contracts.json.JsonReadException.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadExceptionTest {
  private final BothWays both = new BothWays();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`position`:{`latitudeDeg`:`north`}} | /position/latitudeDeg: not a number: `north` at byte 27",
        "{`position`:{`hdop`:1e309}}          | /position/hdop: out of the range of a double: `1e309` at byte 20",
        "{`position`:7}                       | /position: expected an object at byte 12",
        "{`alarms`:[1,2,{}]}                  | /alarms/2: expected text, a number or a truth value at byte 15",
        "{`event_code`:-1}                    | /eventCode: not a whole number from 0 to 4294967295: `-1` at byte 14",
        "{`ignition`:`yes`}                   | /ignition: neither true nor false: `yes` at byte 12",
        "{`deviceTime`:`now`}                 | /deviceTime: not an RFC 3339 time: `now` at byte 14",
        "{`vendorParameters`:[{},{`number`:1,`flag`:true}]} | /vendorParameters/1/flag: the parameter has a value already at byte 43",
        "{`deviceId`:`a`,`device_id`:`b`}     | /deviceId: the field stands here twice, under both its names at byte 28",
      })
  void namesThePlaceOfWhatDoesNotFit(String json, String message) {
    assertFails(Failure.DOES_NOT_FIT, message.replace('`', '"'), json.replace('`', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`deviceId`:`a`                | it ends early at byte 15",
        "{`deviceId`:`a                 | /deviceId: text does not end at byte 12",
        "{`deviceId`:`\\x`}             | /deviceId: unknown escape in text at byte 13",
        "{`deviceId`:`\\u12g4`}         | /deviceId: an escape \\u is not followed by four hexadecimal digits at byte 13",
        "{`deviceId` `a`}               | expected ':' after a name at byte 12",
        "{`deviceId`:`a` `b`}           | expected ',' or '}' at byte 16",
        "{`deviceId`:`a`,}              | expected a name in quotes at byte 16",
        "{`alarms`:[1,]}                | /alarms/1: neither a value nor a number at byte 13",
        "{`alarms`:[1 2]}               | /alarms/1: expected ',' or ']' at byte 13",
        "{`odometerKm`:1.}              | /odometerKm: a number has no digits after its point at byte 15",
        "{`odometerKm`:1e+}             | /odometerKm: a number has no digits in its exponent at byte 15",
        "{`odometerKm`:-}               | /odometerKm: neither a value nor a number at byte 14",
        "{`ignition`:tru}               | /ignition: unknown word at byte 12",
        "{} {}                          | something follows the value at byte 3",
      })
  void namesThePlaceOfWhatIsNotJson(String json, String message) {
    assertFails(Failure.NOT_JSON, message.replace('`', '"'), json.replace('`', '"'));
  }

  private void assertFails(Failure failure, String message, String json) {
    JsonReadException e = assertThrows(JsonReadException.class, () -> both.read(json), json);

    assertEquals(message, e.getMessage());
    assertEquals(failure, e.failure());
  }

  @Test
  void showsOnlyTheBeginningOfALongText() {
    JsonReadException e =
        assertThrows(
            JsonReadException.class,
            () -> both.read("{\"ignition\":\"" + "x".repeat(1_000) + "\"}"));

    assertEquals(
        "/ignition: neither true nor false: \"" + "x".repeat(60) + "…\" at byte 12",
        e.getMessage());
  }
}
