package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.contracts.device.v1.Device;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.DeviceRecord;
import com.northwind.dispatch.gateway.device.RefusalLimit;
import com.northwind.dispatch.gateway.device.UnknownDevices;
import com.northwind.dispatch.gateway.ingest.BytesInFlight;
import com.northwind.dispatch.gateway.ingest.Confirmation;
import com.northwind.dispatch.gateway.ingest.EventPublisher;
import com.northwind.dispatch.gateway.ingest.OutgoingEvent;
import com.northwind.dispatch.gateway.ingest.PublishLane;
import com.northwind.dispatch.gateway.ingest.RejectEvents;
import com.northwind.dispatch.gateway.ingest.RejectSource;
import com.northwind.dispatch.gateway.ingest.TelemetryEvents;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where every ELD's frames go, from whichever socket: counted, turned into events, and submitted.
/// Called on event loops; returns at once.
final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  /// Hears what became of a frame, on the loop it came from.
  interface Outcome {
    /// Every record of the frame is durable.
    void durable(int bytes);

    /// Not every record of the frame is known to be durable: it must not be acknowledged.
    void failed(int bytes, String because);
  }

  private final TelemetryEvents telemetry;
  private final RejectEvents rejects;
  private final EventPublisher publisher;
  private final BytesInFlight inFlight;
  private final UnknownDevices unknown;
  private final RefusalLimit refusals;
  private final EldMetrics metrics;
  private final Clock clock;

  Intake(
      TelemetryEvents telemetry,
      RejectEvents rejects,
      EventPublisher publisher,
      BytesInFlight inFlight,
      UnknownDevices unknown,
      RefusalLimit refusals,
      EldMetrics metrics,
      Clock clock) {
    this.telemetry = telemetry;
    this.rejects = rejects;
    this.publisher = publisher;
    this.inFlight = inFlight;
    this.unknown = unknown;
    this.refusals = refusals;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// Whether sources must stop reading.
  boolean isFull() {
    return inFlight.isFull();
  }

  /// Calls back once there is room again, on any thread.
  void whenRoom(Runnable resume) {
    inFlight.whenRoom(resume);
  }

  EldMetrics metrics() {
    return metrics;
  }

  /// Makes a frame's records durable.
  ///
  /// @return bytes that are in flight until the outcome
  int records(
      PublishLane lane,
      Device device,
      List<DeviceRecord> records,
      WireBytes frame,
      RejectSource source,
      Executor loop,
      Outcome outcome) {
    long begin = System.nanoTime();
    metrics.frame(source.transport().equals("tcp"), records.size());
    List<OutgoingEvent> events = telemetry.write(device, records, frame, source, clock.instant());
    return submit(
        lane,
        events,
        loop,
        new Outcome() {
          @Override
          public void durable(int bytes) {
            outcome.durable(bytes);
            metrics.durable(records.size(), System.nanoTime() - begin);
          }

          @Override
          public void failed(int bytes, String because) {
            metrics.failed(records.size());
            outcome.failed(bytes, because);
          }
        });
  }

  /// Puts a frame on the list of rejects.
  ///
  /// @return bytes that are in flight until the outcome
  int reject(
      PublishLane lane, RejectedFrame frame, RejectSource source, Executor loop, Outcome outcome) {
    metrics.rejected(frame.reason(), true);
    OutgoingEvent event = rejects.write(frame, source, clock.instant());
    return submit(lane, List.of(event), loop, outcome);
  }

  /// Puts bytes of a sender that may not send on the list of rejects, unless it repeats itself or
  /// too much waits for Kafka: strangers cannot be slowed by not reading them.
  void refuse(RejectedFrame frame, RejectSource source, Executor loop) {
    boolean claimsIdentity = !source.claimedIdentity().isEmpty();
    if (claimsIdentity && source.deviceId().isEmpty()) {
      unknown.note(source.claimedIdentity(), source.protocol(), source.remoteAddress());
    }
    boolean record =
        !inFlight.isFull()
            && refusals.allow(claimsIdentity ? source.claimedIdentity() : source.remoteAddress());
    if (record) {
      int _ = reject(new PublishLane(), frame, source, loop, IGNORED);
    } else {
      metrics.rejected(frame.reason(), false);
    }
  }

  /// The outcome of records that nobody waits for.
  static final Outcome IGNORED =
      new Outcome() {
        @Override
        public void durable(int bytes) {
          log.trace("reject is durable");
        }

        @Override
        public void failed(int bytes, String because) {
          log.atWarn().addKeyValue("because", because).log("reject not recorded");
        }
      };

  private int submit(PublishLane lane, List<OutgoingEvent> events, Executor loop, Outcome outcome) {
    int bytes = events.stream().mapToInt(OutgoingEvent::sizeBytes).sum();
    inFlight.take(bytes);
    publisher.submit(
        lane,
        events,
        new Confirmation() {
          @Override
          public void durable() {
            inFlight.giveBack(bytes);
            handOver(loop, () -> outcome.durable(bytes));
          }

          @Override
          public void failed(String because) {
            inFlight.giveBack(bytes);
            handOver(loop, () -> outcome.failed(bytes, because));
          }
        });
    return bytes;
  }

  private static void handOver(Executor loop, Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      log.debug("event loop has ended, its connections are closed");
    }
  }
}
