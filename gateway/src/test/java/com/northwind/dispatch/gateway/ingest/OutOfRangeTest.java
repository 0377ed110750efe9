package com.northwind.dispatch.gateway.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.contracts.validation.ContractValidator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutOfRangeTest {
  private final OutOfRange outOfRange = new OutOfRange();

  private static Telemetry.Builder telemetry() {
    return Telemetry.newBuilder()
        .setDeviceId("ELD-1")
        .setProtocol("teltonika")
        .setReceivedTime(Timestamps.fromSeconds(1_763_800_000L))
        .setPosition(
            Position.newBuilder().setLatitudeDeg(39.5).setLongitudeDeg(-119.8).setSpeedKph(80));
  }

  private static VendorParameter number(String name, double value) {
    return VendorParameter.newBuilder().setName(name).setNumber(value).build();
  }

  @Test
  void aRecordInItsRangesIsLeftAsItIs() {
    Telemetry record = telemetry().setFuelLevelPercent(100).build();

    assertSame(record, outOfRange.moveAside(record));
  }

  @Test
  void aValueOutOfItsRangeLeavesItsFieldAndIsNotLost() {
    Telemetry moved = outOfRange.moveAside(telemetry().setFuelLevelPercent(104).build());

    assertEquals(
        telemetry().addVendorParameters(number("outOfRange.fuelLevelPercent", 104)).build(), moved);
  }

  @Test
  void aSpeedOutOfItsRangeLeavesThePositionStanding() {
    Telemetry.Builder record = telemetry();
    record.getPositionBuilder().setSpeedKph(4_000);

    Telemetry moved = outOfRange.moveAside(record.build());

    assertEquals(39.5, moved.getPosition().getLatitudeDeg());
    assertEquals(false, moved.getPosition().hasSpeedKph());
    assertEquals(List.of(number("outOfRange.speedKph", 4_000)), moved.getVendorParametersList());
  }

  @Test
  void aPositionThatIsNoPlaceIsNoPosition() {
    Telemetry.Builder record = telemetry();
    record.getPositionBuilder().setLatitudeDeg(91.25).setLongitudeDeg(Double.NaN);

    Telemetry moved = outOfRange.moveAside(record.build());

    assertEquals(false, moved.hasPosition());
    assertEquals(
        List.of(
            number("outOfRange.latitudeDeg", 91.25),
            VendorParameter.newBuilder().setName("outOfRange.longitudeDeg").setText("NaN").build()),
        moved.getVendorParametersList());
  }

  @Test
  void whatIsLeftKeepsTheContract() {
    Telemetry.Builder record =
        telemetry()
            .setFuelLevelPercent(-1)
            .setSupplyVoltageV(Double.NEGATIVE_INFINITY)
            .setSignalLevel(31)
            .setVin("1".repeat(70));
    record.getPositionBuilder().setHeadingDeg(361).setAltitudeM(65_535).setHdop(-2);

    assertEquals(
        List.of(), ContractValidator.forWriters().violations(outOfRange.moveAside(record.build())));
  }
}
