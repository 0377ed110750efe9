package com.northwind.dispatch.localstack.postgres;

import com.northwind.dispatch.localstack.process.Await;
import com.northwind.dispatch.localstack.process.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The `postmaster.pid` that a killed server leaves in its data directory. A new server refuses to
/// start when the process id in it is alive, be it another program's by now or a zombie's.
final class StalePid {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Path data;

  StalePid(Path data) {
    this.data = data;
  }

  /// Ends a server that still runs on the data and removes the file.
  void clear() throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
    if (pid.matches("[0-9]{1,10}") && isServer(pid)) {
      // Orphaned where no parent-death signal was available. Its data directory is ours.
      Tools.succeeds("sh", "-c", "kill -s INT " + pid);
      if (!Await.until(STOP_LIMIT, () -> !isServer(pid))) {
        throw new IllegalStateException(
            "another PostgreSQL server (process %s) runs on %s and does not stop"
                .formatted(pid, data));
      }
    }
    Files.deleteIfExists(file);
  }

  /// Whether the process is a server on this data directory. A zombie has no command line.
  private boolean isServer(String pid) {
    try {
      String commandLine = Files.readString(Path.of("/proc", pid, "cmdline"));
      return commandLine.contains("\0-D\0" + data + "\0");
    } catch (IOException e) {
      return false;
    }
  }
}
