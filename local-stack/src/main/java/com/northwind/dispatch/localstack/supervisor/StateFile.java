package com.northwind.dispatch.localstack.supervisor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The file in which a supervisor writes down its [StackState]. Readers never see half a state. It
/// is gone when the supervisor has stopped in good order, and stays behind when it was killed.
public final class StateFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public StateFile(StackHome home) {
    this.file = home.run().resolve("stack.json");
  }

  synchronized void write(StackState state) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = file.resolveSibling("stack.json.draft");
      JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), state);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /// The state as last written, of a supervisor that may or may not live.
  public Optional<StackState> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), StackState.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The state of a supervisor that lives.
  public Optional<StackState> readLive() {
    return read().filter(StackState::supervisorLives);
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
