package com.northwind.dispatch.simulator.run;

import com.northwind.dispatch.simulator.link.DeviceLoop;
import com.northwind.dispatch.simulator.link.EventLoops;
import com.northwind.dispatch.simulator.measure.Latency;
import com.northwind.dispatch.simulator.measure.RunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Watches the simulator itself, so that its own limits are not taken for the servers'.
public final class SelfWatch {
  private static final long BEAT_MS = 100;
  private static final double SLOW_LOOP_P99_MS = 50;

  private final RunClock clock;
  private final long beganUs;
  private final Latency loopDelay = new Latency();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  SelfWatch(RunClock clock) {
    this.clock = clock;
    this.beganUs = clock.nowUs();
  }

  /// Measures how late each loop runs what is due.
  void watch(EventLoops loops) {
    loops.all().forEach(loop -> beat(loop, clock.nowUs() + BEAT_MS * 1000));
  }

  private void beat(DeviceLoop loop, long dueUs) {
    loop.afterUs(
        Math.max(0, dueUs - clock.nowUs()),
        () -> {
          loopDelay.recordUs(clock.nowUs() - dueUs);
          beat(loop, Math.max(dueUs, clock.nowUs()) + BEAT_MS * 1000);
        });
  }

  /// Notes a fault of the simulator's own; the run fails by it.
  void fault(Throwable fault) {
    if (faults.size() < 20) {
      faults.add(fault.toString());
    }
  }

  /// How late event loops ran what was due.
  public Latency loopDelay() {
    return loopDelay;
  }

  /// Faults of the simulator's own.
  public List<String> faults() {
    return new ArrayList<>(faults);
  }

  /// Processor time used so far, in cores: 1 means one core all the time.
  public double cpuCores() {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    double ranS = Math.max(0.001, (clock.nowUs() - beganUs) / 1e6);
    return cpu.toMillis() / 1000.0 / ranS;
  }

  /// Resident memory, MB; 0 where the system does not say.
  public long rssMb() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /// What makes the figures doubtful, in sentences; empty when nothing does.
  public List<String> warnings() {
    double p99 = loopDelay.summary().p99();
    if (p99 < SLOW_LOOP_P99_MS) {
      return List.of();
    }
    return List.of(
        "the simulator's own event loops ran up to %.0f ms late (p99): latencies include that; give it more processor or fewer devices"
            .formatted(p99));
  }
}
