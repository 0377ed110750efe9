package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.localstack.supervisor.StackState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/// The time between the simulator's start and its end: shows what happens, and ends it when asked.
final class Watching {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int TICKS_PER_LINE = 5;
  private static final int TICKS_PER_LOOK_AT_MEMORY = 5;

  private final Path root;
  private final StackSession session;
  private final SimulatorRun simulator;
  private final MemoryWatch memory;
  private final DemoSettings settings;
  private final PrintWriter out;
  private final StopRequest stop;

  Watching(
      Path root,
      StackSession session,
      SimulatorRun simulator,
      MemoryWatch memory,
      DemoSettings settings,
      PrintWriter out,
      StopRequest stop) {
    this.root = root;
    this.session = session;
    this.simulator = simulator;
    this.memory = memory;
    this.settings = settings;
    this.out = out;
    this.stop = stop;
  }

  /// Returns when the simulator is over.
  void untilOver() throws IOException, InterruptedException {
    ProgressFeed feed = new ProgressFeed(simulator.log());
    Panel panel = new Panel(root, settings.duration());
    if (!settings.headless()) {
      out.print(Panel.CLEAR_SCREEN);
    }
    for (int tick = 1; !simulator.isOver(); tick++) {
      if (stop.madeWithin(TICK)) {
        simulator.stop();
      }
      feed.refresh();
      StackState state = session.state();
      if (tick % TICKS_PER_LOOK_AT_MEMORY == 0) {
        memory.look(state, simulator.pid());
      }
      if (!settings.headless()) {
        out.print(panel.frame(feed, state, simulator.log()));
      } else if (tick % TICKS_PER_LINE == 0) {
        out.println(OneLine.of(feed, restarts()));
      }
      out.flush();
    }
  }

  private int restarts() {
    return session.restarts().values().stream().mapToInt(Integer::intValue).sum()
        + simulator.restarts();
  }
}
