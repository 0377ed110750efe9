package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list in the package's map: where the fast path and `JsonFormat` part, and that they do.
class DeliberateDifferencesTest {
  private final BothWays both = new BothWays();

  @Test
  void minusZeroKeepsItsSign() throws Exception {
    Telemetry telemetry =
        Telemetry.newBuilder().setPosition(Position.newBuilder().setLatitudeDeg(-0.0)).build();
    String json = "{\"position\":{\"latitudeDeg\":-0.0}}";

    assertEquals(json, both.written(telemetry));
    assertEquals(telemetry, both.read(json));
    assertEquals(telemetry, both.read(json.replace("-0.0", "\"-0e9\"")));
    assertEquals(0.0, both.mergedByJsonFormat(json).getPosition().getLatitudeDeg());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{deviceId:\"a\"}",
        "{'deviceId':'a'}",
        "{\"deviceId\":\"a\"} trailing",
        "{\"deviceId\":\"a\",/* a comment */\"vehicleId\":\"b\"}",
        "{\"deviceId\"=\"a\"}",
        "{\"deviceId\":\"a\";\"vehicleId\":\"b\"}",
        "{\"odometerKm\":NaN}",
        "{\"ignition\":TRUE}",
        "{\"deviceId\":\"a\nb\"}",
        "{\"odometerKm\":012}",
        "{\"alarms\":[,\"ALARM_SOS\"]}",
      })
  void whatIsNotJsonIsRefusedThoughJsonFormatIsLenient(String json) {
    assertDoesNotThrow(() -> both.mergedByJsonFormat(json));
    assertThrows(JsonReadException.class, () -> both.read(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"deviceId\":[\"a\"]}",
        "{\"odometerKm\":[1]}",
        "{\"ignition\":[[true]]}",
        "{\"priority\":[\"PRIORITY_LOW\"]}",
        "{\"deviceTime\":[\"2026-11-22T05:30:00Z\"]}",
      })
  void anArrayOfOneValueIsNotThatValue(String json) {
    assertDoesNotThrow(() -> both.mergedByJsonFormat(json));
    assertThrows(JsonReadException.class, () -> both.read(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ignition\":5,\"ignition\":true}",
        "{\"vendorParameters\":[{\"number\":1,\"text\":\"x\",\"number\":null}]}",
      })
  void eachValueOfARepeatedNameHasToFit(String json) {
    assertDoesNotThrow(() -> both.mergedByJsonFormat(json));
    assertThrows(JsonReadException.class, () -> both.read(json));
  }

  @Test
  void aFieldUnderBothItsNamesAndOneOfThemTwiceIsRefused() {
    String json = "{\"deviceId\":null,\"device_id\":\"a\",\"deviceId\":null}";

    assertDoesNotThrow(() -> both.mergedByJsonFormat(json));
    assertThrows(JsonReadException.class, () -> both.read(json));
  }

  @Test
  void objectsNestNoDeeperThanAHundredLevels() {
    String deepest = "{\"newer\":" + "[".repeat(99) + "]".repeat(99) + "}";
    String deeper = "{\"newer\":" + "[".repeat(100) + "]".repeat(100) + "}";

    assertDoesNotThrow(() -> both.read(deepest));
    assertDoesNotThrow(() -> both.mergedByJsonFormat(deeper));
    assertThrows(JsonReadException.class, () -> both.read(deeper));
  }
}
