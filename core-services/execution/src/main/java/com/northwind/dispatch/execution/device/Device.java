package com.northwind.dispatch.execution.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A device the fleet owns, as the registry and its REST API have it.
///
/// @param protocol protocol an ELD speaks; null for a tablet
/// @param imei 15 digits; null for a device without a modem
/// @param vehicleId vehicle an ELD is mounted in; null while it is in none
@JsonInclude(JsonInclude.Include.NON_NULL)
record Device(
    String deviceId,
    DeviceKind kind,
    @Nullable String protocol,
    @Nullable String imei,
    @Nullable String vehicleId,
    DeviceStatus status) {}
