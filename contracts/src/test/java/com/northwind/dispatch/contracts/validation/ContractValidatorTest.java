package com.northwind.dispatch.contracts.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Message;
import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.common.v1.GeoPoint;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.contracts.eld.v1.Position;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.planning.v1.LoadTendered;
import com.northwind.dispatch.contracts.planning.v1.Stop;
import com.northwind.dispatch.contracts.planning.v1.StopKind;
import com.northwind.dispatch.contracts.tablet.v1.DriverAction;
import com.northwind.dispatch.contracts.tablet.v1.DriverMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractValidatorTest {
  private final ContractValidator readers = ContractValidator.ofCatalogue();
  private final ContractValidator writers = ContractValidator.forWriters();

  private static Telemetry.Builder telemetry() {
    return Telemetry.newBuilder()
        .setDeviceId("ELD-1")
        .setVehicleId("T-1")
        .setProtocol("teltonika")
        .setReceivedTime(Timestamps.fromSeconds(1_763_800_000L));
  }

  private static Stop.Builder stop(String id) {
    return Stop.newBuilder().setStopId(id).setKind(StopKind.STOP_KIND_PICKUP);
  }

  private static LoadTendered.Builder tendered(Stop.Builder... stops) {
    LoadTendered.Builder load =
        LoadTendered.newBuilder()
            .setLoadId("L-1")
            .setTenderedTime(Timestamps.fromSeconds(1_763_800_000L));
    for (Stop.Builder stop : stops) {
      load.addStops(stop);
    }
    return load;
  }

  private List<String> found(Message.Builder event) {
    return readers.violations(event.build()).stream().map(Violation::toString).toList();
  }

  @Test
  void anEventThatKeepsItsContractHasNoViolations() {
    assertEquals(List.of(), found(telemetry().setFuelLevelPercent(100).setOdometerKm(0)));
    assertEquals(List.of(), found(tendered(stop("S1"))));
  }

  @Test
  void namesEveryRequiredFieldThatIsMissing() {
    assertEquals(
        List.of(
            "/loadId is missing; the contract requires it",
            "/tenderedTime is missing; the contract requires it"),
        found(LoadTendered.newBuilder()));
  }

  @Test
  void namesTheElementAndTheFieldInsideAList() {
    assertEquals(
        List.of("/stops/1/stopId is missing; the contract requires it"),
        found(tendered(stop("S1"), stop(""))));
  }

  @Test
  void namesTheBoundAndTheUnitOfANumberOutOfItsRange() {
    assertEquals(
        List.of("/fuelLevelPercent is 104.5, expected at most 100 %"),
        found(telemetry().setFuelLevelPercent(104.5)));
    assertEquals(
        List.of("/position/latitudeDeg is -90.5, expected at least -90 deg"),
        found(telemetry().setPosition(Position.newBuilder().setLatitudeDeg(-90.5))));
  }

  @Test
  void aNumberThatIsNoneIsAlwaysWrong() {
    assertEquals(
        List.of("/batteryCurrentA is NaN, expected a finite number"),
        found(telemetry().setBatteryCurrentA(Double.NaN)));
    assertEquals(
        List.of("/stops/0/location/longitudeDeg is Infinity, expected a finite number"),
        found(
            tendered(
                stop("S1")
                    .setLocation(
                        GeoPoint.newBuilder().setLongitudeDeg(Double.POSITIVE_INFINITY)))));
  }

  @Test
  void holdsTextsToTheirLengthAndPattern() {
    DriverAction.Builder message =
        DriverAction.newBuilder()
            .setActionId("a-1")
            .setDriverId("D-1")
            .setTabletId("TAB-1")
            .setOccurredTime(Timestamps.fromSeconds(1_763_800_000L))
            .setMessage(DriverMessage.newBuilder().setText("\uD83D\uDE9A".repeat(1_001)));
    Device.Builder device =
        Device.newBuilder()
            .setDeviceId("ELD-1")
            .setKind(DeviceKind.DEVICE_KIND_ELD)
            .setStatus(DeviceStatus.DEVICE_STATUS_ACTIVE)
            .setImei("35-000");

    assertEquals(
        List.of("/message/text has 1001 characters, at most 1000 are allowed"), found(message));
    assertEquals(List.of("/imei is '35-000', expected ([0-9]{15})?"), found(device));
  }

  @Test
  void aReaderForgivesAnEnumValueItDoesNotKnowAndAWriterMustChooseOne() {
    Device device =
        Device.newBuilder()
            .setDeviceId("ELD-1")
            .setKind(DeviceKind.DEVICE_KIND_ELD)
            .setStatus(DeviceStatus.DEVICE_STATUS_UNSPECIFIED)
            .build();

    assertEquals(List.of(), readers.violations(device));
    assertEquals(
        List.of(new Violation("/status", "is missing; the contract requires it")),
        writers.violations(device));
  }

  @Test
  void everyTypeOfEveryTopicIsCheckedAgainstItsEmptyMessageWithoutFailing() {
    com.northwind.dispatch.contracts.topic.Topics.all().stream()
        .flatMap(topic -> topic.types().stream())
        .forEach(type -> assertEquals(false, writers.violations(type).isEmpty(), type::toString));
  }
}
