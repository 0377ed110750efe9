package com.northwind.dispatch.localstack.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// Follows the simulator's log for its progress and works out rates. Not thread-safe.
final class ProgressFeed {
  /// Rates are averages over so many progress lines, one a second.
  private static final int WINDOW = 10;

  private static final int SECONDS_PER_MINUTE = 60;

  private final Path log;
  private final Deque<Progress> window = new ArrayDeque<>();
  private long position;

  ProgressFeed(Path log) {
    this.log = log;
  }

  /// Reads what was added to the log since the last call.
  void refresh() throws IOException {
    if (!Files.exists(log)) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] added = new byte[Math.toIntExact(Math.max(0, file.length() - position))];
      file.seek(position);
      file.readFully(added);
      String text = new String(added, StandardCharsets.UTF_8);
      int complete = text.lastIndexOf('\n') + 1;
      position += text.substring(0, complete).getBytes(StandardCharsets.UTF_8).length;
      text.substring(0, complete).lines().forEach(this::take);
    }
  }

  /// The newest progress.
  Progress now() {
    return window.isEmpty() ? Progress.NONE : window.getLast();
  }

  /// How fast a count grows, per second.
  double perSecond(String group, String name) {
    if (window.size() < 2) {
      return 0;
    }
    Progress first = window.getFirst();
    Progress last = window.getLast();
    double seconds = last.seconds() - first.seconds();
    long grown = last.count(group, name) - first.count(group, name);
    return seconds <= 0 ? 0 : Math.max(0, grown / seconds);
  }

  /// How fast a count grows, per minute.
  double perMinute(String group, String name) {
    return perSecond(group, name) * SECONDS_PER_MINUTE;
  }

  private void take(String line) {
    Progress.parse(line)
        .ifPresent(
            progress -> {
              window.addLast(progress);
              if (window.size() > WINDOW) {
                window.removeFirst();
              }
            });
  }
}
