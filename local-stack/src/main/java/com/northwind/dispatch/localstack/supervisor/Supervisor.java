package com.northwind.dispatch.localstack.supervisor;

import com.northwind.dispatch.localstack.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs groups of processes, each group after the one before serves, restarts what dies, and stops
/// them in reverse.
public final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);
  private static final int STARTS_BEFORE_GIVING_UP = 3;
  private static final int LOG_LINES_IN_ERROR = 15;

  private final List<List<ManagedProcess>> groups;
  private final Runnable onChange;
  private volatile boolean stopping;

  /// @param groups what to run, in the order in which the groups are started
  /// @param onChange called after each change of a process's state
  public Supervisor(List<List<ProcessSpec>> groups, Runnable onChange) {
    this.onChange = onChange;
    this.groups =
        groups.stream()
            .map(specs -> specs.stream().map(spec -> new ManagedProcess(spec, this::tell)).toList())
            .toList();
  }

  /// Starts the next group and waits until all of it serves.
  ///
  /// @param index number of the group, from 0
  /// @throws StackStartException when one of its processes does not come up
  public void startGroup(int index) {
    List<ManagedProcess> group = groups.get(index);
    group.forEach(process -> LogFiles.startAnew(process.spec().log()));
    group.forEach(ManagedProcess::start);
    boolean over =
        Await.until(
            START_LIMIT,
            () -> stopping || allReady(group) || firstFailed(group).findAny().isPresent());
    if (stopping) {
      throw new StackStartException("the start was interrupted");
    }
    if (over && allReady(group)) {
      return;
    }
    ManagedProcess culprit =
        Stream.concat(firstFailed(group), group.stream().filter(process -> !isReady(process)))
            .findFirst()
            .orElse(group.getFirst());
    throw new StackStartException(describe(culprit));
  }

  /// What runs, in the order in which it is started.
  public List<StackState.ProcessState> processes() {
    List<StackState.ProcessState> states = new ArrayList<>();
    for (ManagedProcess process : all()) {
      ProcessSpec spec = process.spec();
      states.add(
          new StackState.ProcessState(
              spec.name(),
              process.pid().orElse(null),
              process.state().name(),
              process.restarts(),
              spec.endpoints(),
              spec.log().toString()));
    }
    return states;
  }

  /// Stops everything: the last group first, the processes of a group together.
  @Override
  public void close() {
    stopping = true;
    for (List<ManagedProcess> group : groups.reversed()) {
      LOG.info("stopping processes={}", group.stream().map(p -> p.spec().name()).toList());
      List<Thread> stops =
          group.stream()
              .map(process -> Thread.ofVirtual().start(() -> process.stop(STOP_GRACE)))
              .toList();
      for (Thread stop : stops) {
        join(stop);
      }
    }
  }

  private void tell() {
    onChange.run();
  }

  private List<ManagedProcess> all() {
    return groups.stream().flatMap(Collection::stream).toList();
  }

  private static boolean allReady(List<ManagedProcess> group) {
    return group.stream().allMatch(Supervisor::isReady);
  }

  private static boolean isReady(ManagedProcess process) {
    return process.state() == ManagedProcess.State.READY;
  }

  private static Stream<ManagedProcess> firstFailed(List<ManagedProcess> group) {
    return group.stream().filter(process -> process.failedToStart(STARTS_BEFORE_GIVING_UP));
  }

  private static String describe(ManagedProcess process) {
    ProcessSpec spec = process.spec();
    return "%s did not start. The end of its log %s:%n%s"
        .formatted(
            spec.name(),
            spec.log(),
            String.join("\n", LogFiles.tail(spec.log(), LOG_LINES_IN_ERROR)));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
