/// What operators can ask a gateway, on the admin port beside `/healthz`, `/readyz` and `/metrics`:
///
/// | request | answer |
/// |---|---|
/// | `GET /v1/unknown-devices?limit=` | devices that came and are not in the directory, the last seen first |
/// | `GET /v1/devices/{id}/connection` | the device's newest session on any gateway, or that it never came |
@NullMarked
package com.northwind.dispatch.gateway.admin;

import org.jspecify.annotations.NullMarked;
