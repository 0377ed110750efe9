package com.northwind.dispatch.processkit.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessLifecycleTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesPartsInTheReverseOrderOfTheirStart() {
    ProcessLifecycle lifecycle = new ProcessLifecycle();
    lifecycle.own("database", () -> closed.add("database"));
    lifecycle.own("listener", () -> closed.add("listener"));
    lifecycle.started();

    lifecycle.close();

    assertEquals(List.of("listener", "database"), closed);
    assertEquals(ProcessState.STOPPED, lifecycle.state());
  }

  @Test
  void closesTheRestWhenOnePartFails() {
    ProcessLifecycle lifecycle = new ProcessLifecycle();
    lifecycle.own("database", () -> closed.add("database"));
    lifecycle.own(
        "listener",
        () -> {
          throw new IllegalStateException("stuck");
        });

    lifecycle.close();

    assertEquals(List.of("database"), closed);
  }

  @Test
  void closesOnlyOnce() {
    ProcessLifecycle lifecycle = new ProcessLifecycle();
    lifecycle.own("database", () -> closed.add("database"));

    lifecycle.close();
    lifecycle.close();

    assertEquals(List.of("database"), closed);
  }

  @Test
  void neverGoesBack() {
    assertFalse(ProcessState.DRAINING.canTransitionTo(ProcessState.RUNNING));
    assertFalse(ProcessState.STOPPED.canTransitionTo(ProcessState.STOPPED));
  }

  @Test
  void aFailedStartClosesWhatWasStartedAndExitsWithOne() {
    int exitCode =
        ProcessMain.run(
            "broken",
            Map.of(),
            (settings, lifecycle) -> {
              lifecycle.own("database", () -> closed.add("database"));
              throw new IllegalStateException("no listener");
            });

    assertEquals(1, exitCode);
    assertEquals(List.of("database"), closed);
  }

  @Test
  void aWrongSettingExitsWithOne() {
    int exitCode =
        ProcessMain.run(
            "misconfigured",
            Map.of("NORTHWIND_ADMIN_PORT", "x"),
            (settings, lifecycle) -> {
              settings.port("ADMIN_PORT", 9100);
              settings.check();
            });

    assertEquals(1, exitCode);
  }
}
