package com.northwind.dispatch.eldprotocols.teltonika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.contracts.eld.v1.Alarm;
import com.northwind.dispatch.contracts.eld.v1.Priority;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.vectors.Conversation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TeltonikaTelemetryTest {
  private static final Instant TIME = Instant.parse("2026-11-22T05:30:00.250Z");
  private static final AvlRecord.Gnss DALLAS =
      new AvlRecord.Gnss(-967_969_879, 327_766_642, 131, 271, 14, 104);

  static List<WireBytes> packets() {
    return Frames.recordPackets();
  }

  @ParameterizedTest
  @MethodSource("packets")
  void straightFromTheBufferAndThroughTheRecordComeToTheSame(WireBytes packet) {
    ByteBuf buffer = Unpooled.wrappedBuffer(packet.toArray());
    var content = TeltonikaDecoder.readMessage(buffer, 8, packet.length() - 12);
    List<Telemetry> throughRecords =
        switch (((TeltonikaDecoder.MessageContent.Message) content).message()) {
          case TeltonikaMessage.AvlPacket avl ->
              avl.records().stream().map(TeltonikaTelemetry::of).toList();
          case TeltonikaMessage.GhPacket gh ->
              gh.records().stream().map(TeltonikaTelemetry::of).toList();
          case TeltonikaMessage other -> throw new AssertionError(other);
        };
    Conversation conversation = Frames.identified();

    conversation.feed(packet);

    List<Telemetry> straight =
        conversation.take().said(Conversation.Said.Telemetry.class).stream()
            .map(said -> said.content().telemetry())
            .toList();
    assertEquals(throughRecords, straight);
  }

  @Test
  void keepsTheFixInTheUnitsOfTheContract() {
    Telemetry telemetry = telemetry(DALLAS);

    assertEquals(32.7766642, telemetry.getPosition().getLatitudeDeg());
    assertEquals(-96.7969879, telemetry.getPosition().getLongitudeDeg());
    assertEquals(131, telemetry.getPosition().getAltitudeM());
    assertEquals(271, telemetry.getPosition().getHeadingDeg());
    assertEquals(104, telemetry.getPosition().getSpeedKph());
    assertEquals(14, telemetry.getPosition().getSatellites());
    assertTrue(telemetry.getPosition().getValid());
    assertEquals(telemetry.getDeviceTime(), telemetry.getPosition().getFixTime());
    assertEquals(TeltonikaTelemetry.timestamp(TIME), telemetry.getDeviceTime());
    assertEquals("teltonika", telemetry.getProtocol());
    assertEquals(Priority.PRIORITY_HIGH, telemetry.getPriority());
    assertFalse(telemetry.hasReceivedTime());
    assertEquals("", telemetry.getDeviceId());
  }

  @Test
  void aPlaceWithoutSatellitesIsTheLastKnownOne() {
    Telemetry telemetry = telemetry(new AvlRecord.Gnss(-967_969_879, 327_766_642, 131, 0, 0, 0));

    assertFalse(telemetry.getPosition().getValid());
    assertEquals(32.7766642, telemetry.getPosition().getLatitudeDeg());
  }

  @Test
  void aRecordThatNeverHadAFixHasNoPosition() {
    Telemetry telemetry =
        telemetry(new AvlRecord.Gnss(0, 0, 0, 0, 0, 0), new IoElement.Fixed(182, 2, 7));

    assertFalse(telemetry.hasPosition());
    assertEquals(7, parameter(telemetry, "io182").getNumber());
  }

  @ParameterizedTest
  @CsvSource({"1800000001, 0", "-1800000001, 0", "0, 900000001", "0, -2147483648"})
  void aPlaceOutsideTheGlobeIsKeptAsTheVendorsAndNeverAPosition(int longitude, int latitude) {
    Telemetry telemetry = telemetry(new AvlRecord.Gnss(longitude, latitude, 1, 2, 3, 4));

    assertFalse(telemetry.hasPosition());
    assertEquals(longitude, parameter(telemetry, "longitudeE7Deg").getNumber());
    assertEquals(latitude, parameter(telemetry, "latitudeE7Deg").getNumber());
    assertEquals(4, parameter(telemetry, "speedKph").getNumber());
  }

  @Test
  void aHeadingBeyondTheCircleIsKeptAsTheVendors() {
    Telemetry telemetry = telemetry(new AvlRecord.Gnss(1, 1, 0, 361, 5, 0));

    assertFalse(telemetry.getPosition().hasHeadingDeg());
    assertEquals(361, parameter(telemetry, "headingDeg").getNumber());
  }

  @Test
  void putsElementsIntoTheirFields() {
    Telemetry telemetry =
        telemetry(
            DALLAS,
            new IoElement.Fixed(16, 4, 123_456_789),
            new IoElement.Fixed(21, 1, 4),
            new IoElement.Fixed(32, 1, 0xF6),
            new IoElement.Fixed(36, 2, 1_350),
            new IoElement.Fixed(37, 1, 103),
            new IoElement.Fixed(48, 1, 62),
            new IoElement.Fixed(66, 2, 13_870),
            new IoElement.Fixed(67, 2, 4_012),
            new IoElement.Fixed(68, 2, 95),
            new IoElement.Fixed(113, 1, 98),
            new IoElement.Fixed(181, 2, 13),
            new IoElement.Fixed(182, 2, 7),
            new IoElement.Fixed(199, 4, 52_300),
            new IoElement.Fixed(239, 1, 1),
            new IoElement.Fixed(240, 1, 0),
            new IoElement.Fixed(241, 4, 310_410));

    assertEquals(123_456.789, telemetry.getOdometerKm(), 1e-9);
    assertEquals(4, telemetry.getSignalLevel());
    assertEquals(-10, telemetry.getCoolantTemperatureCelsius());
    assertEquals(1_350, telemetry.getEngineSpeedRpm());
    assertEquals(103, telemetry.getWheelSpeedKph());
    assertEquals(62, telemetry.getFuelLevelPercent());
    assertEquals(13.87, telemetry.getSupplyVoltageV(), 1e-9);
    assertEquals(4.012, telemetry.getBatteryVoltageV(), 1e-9);
    assertEquals(0.095, telemetry.getBatteryCurrentA(), 1e-9);
    assertEquals(98, telemetry.getBatteryLevelPercent());
    assertEquals(1.3, telemetry.getPosition().getPdop(), 1e-9);
    assertEquals(0.7, telemetry.getPosition().getHdop(), 1e-9);
    assertEquals(52.3, telemetry.getTripOdometerKm(), 1e-9);
    assertTrue(telemetry.getIgnition());
    assertTrue(telemetry.hasMotion());
    assertFalse(telemetry.getMotion());
    assertEquals(310_410, telemetry.getNetworkOperator());
    assertEquals(List.of(), telemetry.getVendorParametersList());
  }

  @ParameterizedTest
  @CsvSource({"21, 1, 6", "48, 1, 101", "113, 4, 50", "239, 1, 2", "36, 1, 200", "16, 8, 1"})
  void anElementOutsideItsFieldStaysTheVendors(int id, int width, int value) {
    Telemetry telemetry = telemetry(DALLAS, new IoElement.Fixed(id, width, value));

    assertEquals(value, parameter(telemetry, "io" + id).getNumber());
    assertEquals(1, telemetry.getVendorParametersCount());
  }

  @Test
  void keepsElementsThatHaveNoFieldWithTheirSignAndAllTheirDigits() {
    Telemetry telemetry =
        telemetry(
            DALLAS,
            new IoElement.Fixed(10_001, 8, 42),
            new IoElement.Fixed(10_002, 8, 1_795_325_400_000L),
            new IoElement.Fixed(17, 2, 0xFFE5),
            new IoElement.Fixed(800, 2, 0xFFE5),
            new IoElement.Fixed(238, 8, -1),
            new IoElement.Variable(387, WireBytes.ofHex("2d33")));

    assertEquals(42, parameter(telemetry, "io10001").getNumber());
    assertEquals(1_795_325_400_000.0, parameter(telemetry, "io10002").getNumber());
    assertEquals(-27, parameter(telemetry, "io17").getNumber());
    assertEquals(65_509, parameter(telemetry, "io800").getNumber());
    assertEquals("18446744073709551615", parameter(telemetry, "io238").getText());
    assertEquals("2d33", parameter(telemetry, "io387").getHex());
  }

  @ParameterizedTest
  @CsvSource({
    "246, 1, ALARM_TOW",
    "247, 5, ALARM_ACCIDENT",
    "249, 1, ALARM_JAMMING",
    "251, 1, ALARM_IDLE",
    "252, 1, ALARM_UNPLUGGED",
    "253, 1, ALARM_HARSH_ACCELERATION",
    "253, 2, ALARM_HARSH_BRAKING",
    "253, 3, ALARM_HARSH_CORNERING",
    "255, 118, ALARM_OVERSPEED"
  })
  void raisesAlarmsAndKeepsWhatRaisedThem(int id, int value, Alarm alarm) {
    Telemetry raised = telemetry(DALLAS, new IoElement.Fixed(id, 1, value));
    Telemetry quiet = telemetry(DALLAS, new IoElement.Fixed(id, 1, 0));

    assertEquals(List.of(alarm), raised.getAlarmsList());
    assertEquals(value, parameter(raised, "io" + id).getNumber());
    assertEquals(List.of(), quiet.getAlarmsList());
  }

  @Test
  void readsTextsOnlyWhenTheyAreTexts() {
    Telemetry good =
        telemetry(
            DALLAS,
            new IoElement.Variable(256, ascii("1FUJGLDR5CSBF4321")),
            new IoElement.Variable(281, ascii("P0299,P0675")));
    Telemetry bad =
        telemetry(
            DALLAS,
            new IoElement.Variable(256, WireBytes.ofHex("ff00")),
            new IoElement.Variable(281, WireBytes.ofHex("80")));

    assertEquals("1FUJGLDR5CSBF4321", good.getVin());
    assertEquals(List.of("P0299", "P0675"), good.getDiagnosticCodesList());
    assertFalse(bad.hasVin());
    assertEquals("ff00", parameter(bad, "io256").getHex());
    assertEquals("80", parameter(bad, "io281").getHex());
  }

  @Test
  void readsTheValuesOfAnEyeSensor() {
    Telemetry telemetry =
        telemetry(
            DALLAS,
            new IoElement.Variable(
                548,
                WireBytes.ofHex("01" + "13" + "0001e5" + "0102ab0b" + "020ab7f38026800305ffff6b")));

    assertEquals(-27, parameter(telemetry, "io548.1.rssiDbm").getNumber());
    assertEquals("ab0b", parameter(telemetry, "io548.1.id").getHex());
    assertEquals(-32.0, parameter(telemetry, "io548.1.temperatureCelsius").getNumber());
    assertEquals(38, parameter(telemetry, "io548.1.humidityPercent").getNumber());
    assertTrue(parameter(telemetry, "io548.1.moving").getFlag());
    assertEquals(3, parameter(telemetry, "io548.1.movementCount").getNumber());
    assertEquals(5, parameter(telemetry, "io548.1.pitchDeg").getNumber());
    assertEquals(-1, parameter(telemetry, "io548.1.rollDeg").getNumber());
    assertEquals(3_070, parameter(telemetry, "io548.1.batteryMv").getNumber());
  }

  @Test
  void readsBeaconsOfBothKinds() {
    String uuid = "00112233445566778899aabbccddeeff00010002";
    String eddystone = "0102030405060708090a0b0c0d0e0f10";

    Telemetry telemetry =
        telemetry(
            DALLAS,
            new IoElement.Variable(
                385, WireBytes.ofHex("1121" + uuid + "c603" + eddystone + "b60bb8")));

    assertEquals(uuid, parameter(telemetry, "io385.1.id").getHex());
    assertEquals(-58, parameter(telemetry, "io385.1.rssiDbm").getNumber());
    assertEquals(eddystone, parameter(telemetry, "io385.2.id").getHex());
    assertEquals(-74, parameter(telemetry, "io385.2.rssiDbm").getNumber());
    assertEquals(3_000, parameter(telemetry, "io385.2.batteryMv").getNumber());
  }

  private static Telemetry telemetry(AvlRecord.Gnss gnss, IoElement... elements) {
    return TeltonikaTelemetry.of(
        new AvlRecord(TIME, 1, gnss, 0, OptionalInt.empty(), List.of(elements)));
  }

  private static VendorParameter parameter(Telemetry telemetry, String name) {
    return telemetry.getVendorParametersList().stream()
        .filter(parameter -> parameter.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + telemetry));
  }

  private static WireBytes ascii(String text) {
    return WireBytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
