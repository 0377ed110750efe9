package com.northwind.dispatch.gateway.admin;

import com.northwind.dispatch.gateway.device.DeviceDirectory;
import com.northwind.dispatch.gateway.device.KnownSessions;
import com.northwind.dispatch.gateway.device.UnknownDevice;
import com.northwind.dispatch.gateway.device.UnknownDevices;
import com.northwind.dispatch.processkit.http.HttpRequest;
import com.northwind.dispatch.processkit.http.HttpResponse;
import com.northwind.dispatch.processkit.http.Problem;
import com.northwind.dispatch.processkit.http.Route;
import java.util.List;

/// Answers operators' questions about devices, on the admin port.
public final class DeviceRoutes {
  private final DeviceDirectory directory;
  private final KnownSessions sessions;
  private final UnknownDevices unknown;

  public DeviceRoutes(DeviceDirectory directory, KnownSessions sessions, UnknownDevices unknown) {
    this.directory = directory;
    this.sessions = sessions;
    this.unknown = unknown;
  }

  /// `GET /v1/unknown-devices` and `GET /v1/devices/{id}/connection`.
  public List<Route> routes() {
    return List.of(
        Route.get("/v1/unknown-devices", this::unknownDevices),
        Route.get("/v1/devices/{id}/connection", this::connection));
  }

  private record UnknownDeviceList(List<UnknownDevice> devices) {}

  private HttpResponse unknownDevices(HttpRequest request) {
    int limit = request.query("limit", UnknownDevices.MAX_LISTED, 1, UnknownDevices.MAX_LISTED);
    List<UnknownDevice> devices = unknown.list().stream().limit(limit).toList();
    return HttpResponse.json(200, new UnknownDeviceList(devices));
  }

  private HttpResponse connection(HttpRequest request) {
    String deviceId = request.path("id");
    return sessions
        .of(deviceId)
        .map(session -> HttpResponse.json(200, ConnectionView.of(session)))
        .orElseGet(() -> neverConnected(deviceId));
  }

  private HttpResponse neverConnected(String deviceId) {
    return directory.find(deviceId).isPresent()
        ? HttpResponse.json(200, ConnectionView.never(deviceId))
        : HttpResponse.problem(
            Problem.of(
                404,
                "no-such-device",
                "No such device",
                "Device " + deviceId + " is not in the device directory."));
  }
}
