package com.northwind.dispatch.localstack.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells who listens on a TCP port, from what the kernel shows in `/proc`.
public final class Listeners {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private Listeners() {}

  /// Whether this very process listens on the port. Where the kernel does not show its files, any
  /// listener counts.
  public static boolean isListening(long pid, int port) {
    Set<String> sockets = new HashSet<>();
    TABLES.forEach(table -> sockets.addAll(socketsOn(port, table)));
    if (sockets.isEmpty()) {
      return false;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files) {
        if (sockets.contains(target(file))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /// The listening sockets on a port, as links in `/proc/PID/fd` name them.
  private static Set<String> socketsOn(int port, Path table) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    Set<String> sockets = new HashSet<>();
    try {
      for (String line : Files.readAllLines(table)) {
        List<String> columns = List.of(line.strip().split("\\s+"));
        if (columns.size() > INODE
            && columns.get(STATE).equals(LISTENING)
            && columns.get(LOCAL_ADDRESS).endsWith(suffix)) {
          sockets.add("socket:[%s]".formatted(columns.get(INODE)));
        }
      }
    } catch (IOException e) {
      // A machine without IPv6 has no table of it.
      return sockets;
    }
    return sockets;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
