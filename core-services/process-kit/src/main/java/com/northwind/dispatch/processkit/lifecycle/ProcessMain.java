package com.northwind.dispatch.processkit.lifecycle;

import com.northwind.dispatch.processkit.config.InvalidSettingsException;
import com.northwind.dispatch.processkit.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a process from start to exit code.
///
/// It prints the effective settings, starts the process, waits for SIGTERM or SIGINT, and closes
/// it. A wrong setting or a failed start ends with exit code 1 and says why.
public final class ProcessMain {
  private static final Logger log = LoggerFactory.getLogger(ProcessMain.class);

  /// Starts a process and hands its parts to a lifecycle.
  public interface Starter {
    /// Starts the process; parts owned by `lifecycle` are closed also when this method fails.
    void start(Settings settings, ProcessLifecycle lifecycle) throws Exception;
  }

  private ProcessMain() {}

  /// Runs until the process is told to stop, and returns its exit code.
  public static int run(String name, Map<String, String> environment, Starter starter) {
    long begin = System.nanoTime();
    Settings settings = Settings.of(environment);
    ProcessLifecycle lifecycle = new ProcessLifecycle();
    try {
      starter.start(settings, lifecycle);
      lifecycle.started();
    } catch (InvalidSettingsException e) {
      System.err.println(name + " cannot start:\n" + e.getMessage());
      lifecycle.close();
      return 1;
    } catch (Exception | LinkageError e) {
      log.atError().addKeyValue("process", name).setCause(e).log("process failed to start");
      lifecycle.close();
      return 1;
    }
    settings
        .unread()
        .forEach(v -> log.atWarn().addKeyValue("variable", v).log("setting is not known"));
    log.atInfo()
        .addKeyValue("process", name)
        .addKeyValue("startMs", Duration.ofNanos(System.nanoTime() - begin).toMillis())
        .log("process started");
    log.info("effective settings:\n{}", settings.print());
    return awaitStop(name, lifecycle);
  }

  private static int awaitStop(String name, ProcessLifecycle lifecycle) {
    Thread drain = new Thread(lifecycle::close, name + "-drain");
    Runtime.getRuntime().addShutdownHook(drain);
    try {
      lifecycle.awaitStopped();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lifecycle.close();
      return 1;
    }
  }
}
