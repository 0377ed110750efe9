package com.northwind.dispatch.eldprotocols.protocol;

import com.northwind.dispatch.contracts.eld.v1.Telemetry;

/// One record as the device made it.
///
/// @param telemetry without `device_id`, `vehicle_id`, `received_time` and `backlog`, which only
///   the receiver can know
/// @param fingerprint names the record, whoever decodes it and whenever it arrives
public record DeviceRecord(Telemetry telemetry, RecordFingerprint fingerprint) {}
