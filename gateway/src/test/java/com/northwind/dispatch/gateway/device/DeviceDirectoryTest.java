package com.northwind.dispatch.gateway.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.device.v1.DeviceKind;
import com.northwind.dispatch.contracts.device.v1.DeviceStatus;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceDirectoryTest {
  private static final String IMEI = "350000000000014";

  private final DeviceDirectory directory = new DeviceDirectory();
  private final List<String> changes = new ArrayList<>();

  @Test
  void admitsAnEldByItsImei() {
    Device eld = put(eld("ELD-1", IMEI));
    assertEquals(new Admission.Admitted(eld), directory.admitEld(IMEI, "teltonika"));
  }

  @Test
  void refusesAnImeiThatIsNotThere() {
    assertRefused(RejectReason.REJECT_REASON_UNKNOWN_DEVICE, "350000000000022", "teltonika");
  }

  @Test
  void refusesADeviceThatComesOverAnotherProtocolThanItIsRegisteredFor() {
    put(eld("ELD-1", IMEI));
    assertRefused(RejectReason.REJECT_REASON_DEVICE_NOT_ACTIVE, IMEI, "calamp");
  }

  @Test
  void refusesASuspendedDevice() {
    put(eld("ELD-1", IMEI).toBuilder().setStatus(DeviceStatus.DEVICE_STATUS_SUSPENDED).build());
    assertRefused(RejectReason.REJECT_REASON_DEVICE_NOT_ACTIVE, IMEI, "teltonika");
  }

  @Test
  void refusesATabletThatComesToTheEldsPort() {
    put(eld("TAB-1", IMEI).toBuilder().setKind(DeviceKind.DEVICE_KIND_TABLET).build());
    assertRefused(RejectReason.REJECT_REASON_UNKNOWN_DEVICE, IMEI, "teltonika");
  }

  @Test
  void forgetsTheOldImeiOfADeviceWhoseModemWasChanged() {
    put(eld("ELD-1", IMEI));
    put(eld("ELD-1", "350000000000022"));
    assertRefused(RejectReason.REJECT_REASON_UNKNOWN_DEVICE, IMEI, "teltonika");
  }

  @Test
  void keepsAnImeiThatMovedToAnotherDeviceWhenTheFirstOneIsRemoved() {
    put(eld("ELD-1", IMEI));
    Device second = put(eld("ELD-2", IMEI));
    directory.apply("ELD-1", null);
    assertEquals(new Admission.Admitted(second), directory.admitEld(IMEI, "teltonika"));
  }

  @Test
  void tellsOfChangesOnly() {
    directory.onChange(changes::add);
    put(eld("ELD-1", IMEI));
    put(eld("ELD-1", IMEI));
    directory.apply("ELD-1", null);
    assertEquals(List.of("ELD-1", "ELD-1"), changes);
  }

  private void assertRefused(RejectReason reason, String identity, String protocol) {
    Admission.Refused refused =
        assertInstanceOf(Admission.Refused.class, directory.admitEld(identity, protocol));
    assertEquals(reason, refused.reason());
  }

  private Device put(Device device) {
    directory.apply(device.getDeviceId(), device);
    return device;
  }

  private static Device eld(String id, String imei) {
    return Device.newBuilder()
        .setDeviceId(id)
        .setKind(DeviceKind.DEVICE_KIND_ELD)
        .setProtocol("teltonika")
        .setImei(imei)
        .setVehicleId("T-1")
        .setStatus(DeviceStatus.DEVICE_STATUS_ACTIVE)
        .build();
  }
}
