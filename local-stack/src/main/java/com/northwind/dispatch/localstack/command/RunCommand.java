package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.supervisor.LocalSystem;
import com.northwind.dispatch.localstack.supervisor.StackStartException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Runs the system in the foreground until SIGTERM or Ctrl-C.
@Command(
    name = "run",
    description = "Run the system in the foreground until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Mixin private HomeOption home = new HomeOption();

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopRequested = new CountDownLatch(1);
    LocalSystem system = LocalSystem.prepare(home.home(), Clock.systemUTC());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopRequested.countDown();
                  system.close();
                },
                "stop-system"));
    try {
      system.start();
    } catch (StackStartException e) {
      if (stopRequested.getCount() > 0) {
        throw e;
      }
      return FAILED;
    }
    stopRequested.await();
    return 0;
  }
}
