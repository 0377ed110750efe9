/// The registry of devices, and their publication to the directory that gateways read.
///
/// ```
/// PUT /v1/devices ─▶ DeviceEntry (checked) ─▶ DeviceRegistry: table device + outbox ─▶ device.directory
/// ```
///
/// An entry that changes nothing publishes nothing. [Imei] knows its check digit.
@NullMarked
package com.northwind.dispatch.execution.device;

import org.jspecify.annotations.NullMarked;
