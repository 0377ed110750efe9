package com.northwind.dispatch.contracts.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other writers may send: taken where `JsonFormat` takes it, with the same message, and
/// refused where it refuses.
class TelemetryToleranceTest {
  private final BothWays both = new BothWays();

  private Optional<Telemetry> assertSameVerdict(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Optional<Telemetry> verdict = both.verdict(bytes);

    assertEquals(both.verdictOfJsonFormat(bytes), verdict, json);
    return verdict;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " \t\r\n{ } \n",
        "{\"device_id\":\"a\",\"vehicle_id\":\"b\",\"odometer_km\":1}",
        "{\"device\\u0049d\":\"by an escaped name\"}",
        "{\"deviceId\":null,\"position\":null,\"alarms\":null,\"ignition\":null,\"priority\":null}",
        "{\"deviceId\":\"\",\"device_id\":\"x\"}",
        "{\"deviceId\":12,\"vehicleId\":true,\"vin\":-0.50e+1}",
        "{\"deviceId\":\"\\ud83d\\ude9a \\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\",\"vin\":\"\\ud83d\"}",
        "{\"ignition\":\"true\",\"motion\":\"false\"}",
        "{\"odometerKm\":\"12.5\",\"engineHours\":\"1e3\",\"fuelUsedL\":\"+.5\",\"supplyVoltageV\":\"1.\"}",
        "{\"odometerKm\":\"NaN\",\"engineHours\":\"Infinity\",\"fuelUsedL\":\"-Infinity\"}",
        "{\"odometerKm\":0,\"engineHours\":-1e-400,\"fuelUsedL\":1E+2}",
        "{\"odometerKm\":1.7976931348623158e308,\"engineHours\":1.79769400e308}",
        "{\"odometerKm\":0.1000000000000000055511151231257827021181583404541015625}",
        "{\"odometerKm\":9007199254740993,\"engineHours\":123456789012345678901234567890}",
        "{\"odometerKm\":1e22,\"engineHours\":1e23,\"fuelUsedL\":8.5e-22,\"batteryCurrentA\":1e-23}",
        "{\"eventCode\":1e3,\"signalLevel\":2.0,\"networkOperator\":\"310410\"}",
        "{\"eventCode\":4294967295,\"signalLevel\":-0,\"networkOperator\":\"4.294967295e9\"}",
        "{\"eventCode\":\"+5\",\"signalLevel\":\"0005\",\"networkOperator\":50e-1}",
        "{\"eventCode\":0e1000000000}",
        "{\"priority\":\"PRIORITY_PANIC\",\"alarms\":[\"ALARM_TOW\",3,\"4\",5.0]}",
        "{\"priority\":2}",
        "{\"priority\":77,\"alarms\":[99,-1]}",
        "{\"priority\":\"PRIORITY_NEWER\",\"alarms\":[\"ALARM_NEWER\",\"ALARM_SOS\",null,true,\"\"]}",
        "{\"priority\":true,\"alarms\":[1.5,4294967296]}",
        "{\"priority\":\"PRIORITY_LOW\\u0000\"}",
        "{\"priority\":\"\\u0050RIORITY_LOW\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00Z\",\"receivedTime\":\"2026-11-22T05:30:00+05:30\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00.5-00:30\",\"receivedTime\":\"1969-12-31T23:59:59.999999999Z\"}",
        "{\"deviceTime\":\"0001-01-01T00:00:00Z\",\"receivedTime\":\"9999-12-31T23:59:59.999999999Z\"}",
        "{\"deviceTime\":\"2024-02-29T00:00:00Z\",\"receivedTime\":\"1970-01-01T00:00:00Z\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00.1234567891Z\",\"receivedTime\":\"2026-11-22T05:30:00.Z\"}",
        "{\"deviceTime\":\"2026-11-22T5:3:0Z\",\"receivedTime\":\"2026-11-22T05:30:60Z\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00+5:30\",\"receivedTime\":\"2026-11-22T05:30:00+99:99\"}",
        "{\"deviceTime\":\"2026-02-29T05:30:00Z\",\"receivedTime\":\"2026-11-22T24:00:00Z\"}",
        "{\"diagnosticCodes\":[],\"digitalInputs\":[],\"vendorParameters\":[{}]}",
        "{\"digitalInputs\":[{\"line\":0,\"active\":false},{\"active\":null}]}",
        "{\"vendorParameters\":[{\"number\":0},{\"text\":\"\"},{\"flag\":false},{\"hex\":\"\"}]}",
        "{\"vendorParameters\":[{\"number\":null,\"text\":\"x\",\"flag\":null}]}",
        "{\"deviceId\":\"a\",\"deviceId\":\"b\",\"position\":{\"valid\":true},\"position\":{\"hdop\":1}}",
        "{\"deviceId\":\"a\",\"deviceId\":null,\"alarms\":[1],\"alarms\":[2],\"vin\":null,\"vin\":\"v\"}",
        "{\"vendorParameters\":[{\"number\":1,\"number\":2},{\"flag\":true,\"flag\":null,\"hex\":\"00\"}]}",
        "{\"eventCode\":1,\"eventCode\":0,\"diagnostic_codes\":[],\"diagnosticCodes\":[\"P1\"]}",
        "{\"x\":[[[{\"y\":{}}]]],\"x\":1,\"\":2,\"\\u0000\":3,\"é\":4}",
      })
  void takesWhatJsonFormatTakes(String json) {
    assertTrue(assertSameVerdict(json).isPresent(), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"{}\"",
        "1",
        "{\"deviceId\":{}}",
        "{\"ignition\":1}",
        "{\"ignition\":\"True\"}",
        "{\"odometerKm\":\"\"}",
        "{\"odometerKm\":\" 1\"}",
        "{\"odometerKm\":\"1d\"}",
        "{\"odometerKm\":\"0x1p3\"}",
        "{\"odometerKm\":\"nan\"}",
        "{\"odometerKm\":\"+Infinity\"}",
        "{\"odometerKm\":true}",
        "{\"odometerKm\":{}}",
        "{\"odometerKm\":1.7977e308}",
        "{\"odometerKm\":-1e309}",
        "{\"odometerKm\":1e99999999999}",
        "{\"eventCode\":-1}",
        "{\"eventCode\":1.5}",
        "{\"eventCode\":4294967296}",
        "{\"eventCode\":1e10}",
        "{\"eventCode\":1e1000000000}",
        "{\"eventCode\":99999999999999999999}",
        "{\"eventCode\":\"\"}",
        "{\"eventCode\":false}",
        "{\"priority\":{}}",
        "{\"alarms\":\"ALARM_SOS\"}",
        "{\"alarms\":{}}",
        "{\"diagnosticCodes\":[null]}",
        "{\"digitalInputs\":[null]}",
        "{\"digitalInputs\":[1]}",
        "{\"digitalInputs\":{\"line\":1}}",
        "{\"position\":[]}",
        "{\"position\":\"here\"}",
        "{\"deviceTime\":1}",
        "{\"deviceTime\":{}}",
        "{\"deviceTime\":{\"seconds\":1}}",
        "{\"deviceTime\":\"\"}",
        "{\"deviceTime\":\"yesterday\"}",
        "{\"deviceTime\":\"2026-11-22\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00\"}",
        "{\"deviceTime\":\"2026-11-22 05:30:00Z\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00z\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00ZZ\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00.1x3Z\"}",
        "{\"deviceTime\":\"2026-11-22T05:30:00+0530\"}",
        "{\"deviceTime\":\"0000-12-31T23:59:59Z\"}",
        "{\"deviceTime\":\"9999-12-31T23:59:59-00:01\"}",
        "{\"deviceTime\":\"10000-01-01T00:00:00Z\"}",
        "{\"deviceId\":\"a\",\"device_id\":\"b\"}",
        "{\"deviceId\":\"a\",\"device_id\":null}",
        "{\"alarms\":[1],\"alarms\":1}",
        "{\"diagnostic_codes\":[\"P1\"],\"diagnosticCodes\":[]}",
        "{\"vendorParameters\":[{\"number\":1,\"text\":\"x\"}]}",
      })
  void refusesWhatJsonFormatRefuses(String json) {
    assertFalse(assertSameVerdict(json).isPresent(), json);
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1_000, 1_001, 5_000})
  void takesNumbersAsLongAsJsonFormatDoes(int length) {
    String digits = "1." + "0".repeat(length - 3) + "1";

    assertSameVerdict("{\"odometerKm\":" + digits + "}");
    assertSameVerdict("{\"odometerKm\":\"" + digits + "\"}");
    assertSameVerdict("{\"eventCode\":" + "1." + "0".repeat(length - 2) + "}");
    assertSameVerdict("{\"eventCode\":\"" + "0".repeat(length) + "7\"}");
    assertSameVerdict("{\"priority\":\"" + "0".repeat(length) + "\"}");
    assertSameVerdict("{\"deviceId\":" + digits + ",\"newer\":" + digits + "}");
  }
}
