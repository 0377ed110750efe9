package com.northwind.dispatch.execution.device;

import com.northwind.dispatch.processkit.http.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One element of the body of `PUT /v1/devices`, not checked yet.
record DeviceEntry(
    @Nullable String deviceId,
    @Nullable String kind,
    @Nullable String protocol,
    @Nullable String imei,
    @Nullable String vehicleId,
    @Nullable String status) {

  /// Protocols the gateway can speak.
  private static final Set<String> PROTOCOLS = Set.of("teltonika");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  /// The device it describes.
  ///
  /// @param index place in the body, from 0
  /// @throws com.northwind.dispatch.processkit.http.ProblemException with a pointer to the field
  ///   that does not fit
  Device check(int index) {
    Pointer at = new Pointer("/" + index);
    String id = at.requiredId("/deviceId", deviceId);
    DeviceKind what = at.oneOf("/kind", kind, DeviceKind.values());
    DeviceStatus standing =
        status == null ? DeviceStatus.ACTIVE : at.oneOf("/status", status, DeviceStatus.values());
    if (vehicleId != null) {
      at.requiredId("/vehicleId", vehicleId);
    }
    if (imei != null) {
      Optional<String> wrong = Imei.problemWith(imei);
      if (wrong.isPresent()) {
        throw at.problem("/imei", "imei-invalid", "The IMEI is not valid", wrong.get());
      }
    }
    switch (what) {
      case ELD -> checkEld(at);
      case TABLET -> checkTablet(at);
    }
    return new Device(id, what, protocol, imei, vehicleId, standing);
  }

  private void checkEld(Pointer at) {
    if (protocol == null || !PROTOCOLS.contains(protocol)) {
      throw at.problem(
          "/protocol",
          "protocol-unknown",
          "The protocol is not known",
          "'protocol' is " + protocol + "; an ELD speaks one of " + PROTOCOLS + ".");
    }
    if (imei == null) {
      throw at.problem(
          "/imei",
          "imei-missing",
          "The IMEI is missing",
          "A device that speaks " + protocol + " names itself by its IMEI: give 'imei'.");
    }
  }

  private void checkTablet(Pointer at) {
    if (protocol != null) {
      throw at.problem(
          "/protocol",
          "protocol-not-for-tablets",
          "A tablet has no protocol",
          "Leave 'protocol' out: every tablet speaks the tablet service.");
    }
  }

  /// Where in the body a problem is.
  private record Pointer(String base) {

    String requiredId(String field, @Nullable String value) {
      if (value == null || !ID.matcher(value).matches()) {
        throw problem(
            field,
            "id-invalid",
            "An id does not fit",
            "'"
                + field.substring(1)
                + "' is "
                + value
                + "; an id has 1 to 64 letters, digits or any of . _ : -");
      }
      return value;
    }

    <E extends Enum<E>> E oneOf(String field, @Nullable String value, E[] known) {
      return Arrays.stream(known)
          .filter(constant -> constant.name().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  problem(
                      field,
                      "value-unknown",
                      "A value is not known",
                      "'"
                          + field.substring(1)
                          + "' is "
                          + value
                          + "; it is one of "
                          + Arrays.toString(known)
                          + "."));
    }

    RuntimeException problem(String field, String kind, String title, String detail) {
      return Problem.at(base + field, kind, title, detail).asException();
    }
  }
}
