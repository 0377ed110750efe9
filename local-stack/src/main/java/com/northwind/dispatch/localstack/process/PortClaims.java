package com.northwind.dispatch.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ports that stacks on this machine have chosen but may not listen on yet, or not at this moment.
/// Two checkouts that start together would otherwise choose the same ones. A claim is a lock on a
/// file named after the port; the kernel frees it when its holder dies. Thread-safe.
final class PortClaims implements AutoCloseable {
  /// What this JVM holds: opening and closing such a file a second time would lose its lock.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final Map<Path, FileChannel> held = new HashMap<>();

  PortClaims(Path directory) {
    this.directory = directory;
  }

  /// Claims of all users of this machine.
  static PortClaims ofThisMachine() {
    return new PortClaims(Path.of(System.getProperty("java.io.tmpdir"), "northwind-ports"));
  }

  /// Claims a port. Where claims cannot be written, everybody may have it.
  ///
  /// @return false when somebody else holds a claim to it
  synchronized boolean claim(int port) {
    Path file = directory.resolve(Integer.toString(port));
    if (!OURS.add(file)) {
      return false;
    }
    try {
      openDirectory();
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        held.put(file, channel);
        return true;
      }
      channel.close();
      OURS.remove(file);
      return false;
    } catch (IOException e) {
      OURS.remove(file);
      return true;
    }
  }

  private void openDirectory() throws IOException {
    if (!Files.exists(directory)) {
      Files.createDirectories(directory);
      Tools.succeeds("chmod", "1777", directory.toString());
    }
  }

  /// Gives all claims back.
  @Override
  public synchronized void close() {
    held.forEach(PortClaims::release);
    held.clear();
  }

  private static void release(Path file, FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give back the claim to port " + file, e);
    } finally {
      OURS.remove(file);
    }
  }
}
