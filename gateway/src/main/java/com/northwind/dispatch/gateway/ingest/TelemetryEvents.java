package com.northwind.dispatch.gateway.ingest;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.contracts.eld.v1.RejectReason;
import com.northwind.dispatch.contracts.eld.v1.Telemetry;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.DeviceRecord;
import com.northwind.dispatch.processkit.trace.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Turns a frame's records into events of `eld.telemetry`, filling in what only the receiver knows.
///
/// The event's id follows from device, device time and the record's bytes, so a record that is sent
/// again is the same event again. A record that no event can hold becomes a reject with the whole
/// frame, so that the frame as a whole can still be acknowledged and nothing is lost. Thread-safe.
public final class TelemetryEvents {
  /// A record that arrives later than this after it was made was stored on the device meanwhile.
  static final Duration LIVE = Duration.ofMinutes(2);

  private final EventWriter writer;
  private final RejectEvents rejects;
  private final OutOfRange outOfRange = new OutOfRange();

  public TelemetryEvents(EventWriter writer, RejectEvents rejects) {
    this.writer = writer;
    this.rejects = rejects;
  }

  /// The events of one frame, in the frame's order, one per record.
  ///
  /// @param frame the frame's bytes, for the case that a record cannot be an event
  /// @param received when the whole frame was read
  public List<OutgoingEvent> write(
      Device device,
      List<DeviceRecord> records,
      WireBytes frame,
      RejectSource source,
      Instant received) {
    String trace = TraceParent.begin();
    List<OutgoingEvent> events = new ArrayList<>(records.size());
    for (DeviceRecord record : records) {
      String problem = problemOf(record.telemetry());
      events.add(
          problem.isEmpty()
              ? telemetry(device, record, received, trace)
              : rejects.write(reject(frame, events.size(), problem), source, received));
    }
    return events;
  }

  private OutgoingEvent telemetry(
      Device device, DeviceRecord record, Instant received, String trace) {
    Telemetry made = record.telemetry();
    Instant madeAt = made.hasDeviceTime() ? instant(made.getDeviceTime()) : received;
    String vehicle = device.getVehicleId().isEmpty() ? device.getDeviceId() : device.getVehicleId();
    Telemetry said =
        made.toBuilder()
            .setDeviceId(device.getDeviceId())
            .setVehicleId(device.getVehicleId())
            .setReceivedTime(RejectEvents.timestamp(received))
            .setBacklog(Duration.between(madeAt, received).compareTo(LIVE) > 0)
            .build();
    Telemetry telemetry = outOfRange.moveAside(said);
    return writer.write(
        Topics.ELD_TELEMETRY,
        record.fingerprint().recordId(device.getDeviceId(), telemetry),
        vehicle,
        madeAt,
        vehicle,
        trace,
        telemetry);
  }

  private static String problemOf(Telemetry telemetry) {
    if (!Timestamps.isValid(telemetry.getDeviceTime())) {
      return "device_time is outside the years 1 to 9999";
    }
    if (!Timestamps.isValid(telemetry.getPosition().getFixTime())) {
      return "position.fix_time is outside the years 1 to 9999";
    }
    return "";
  }

  private static RejectedFrame reject(WireBytes frame, int index, String problem) {
    return new RejectedFrame(
        frame,
        frame.length(),
        RejectReason.REJECT_REASON_MALFORMED,
        0,
        "record " + (index + 1) + " of the frame: " + problem);
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
