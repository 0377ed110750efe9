package com.northwind.dispatch.servicekit.command;

import com.northwind.dispatch.processkit.http.Json;
import com.northwind.dispatch.processkit.http.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Names a command and its content.
public final class Command {
  /// Longest id of a command, characters.
  public static final int MAX_ID_LENGTH = 100;

  private final String id;
  private final String fingerprint;

  private Command(String id, String fingerprint) {
    this.id = id;
    this.fingerprint = fingerprint;
  }

  /// A command as it came in.
  ///
  /// @param id the id its sender made; null when the sender gave none
  /// @param target what it is for, e.g. `assign L-1`
  /// @param content the request, read; two requests are the same command when this reads the same
  /// @throws com.northwind.dispatch.processkit.http.ProblemException when there is no usable id
  public static Command of(@Nullable String id, String target, Object content) {
    if (id == null || id.isBlank()) {
      throw Problem.at(
              "/commandId",
              "command-id-missing",
              "The command has no id",
              "Give 'commandId' a new unique text, such as a UUID, and repeat it when you retry.")
          .asException();
    }
    if (id.length() > MAX_ID_LENGTH) {
      throw Problem.at(
              "/commandId",
              "command-id-too-long",
              "The command's id is too long",
              "'commandId' has more than " + MAX_ID_LENGTH + " characters.")
          .asException();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return new Command(id, HexFormat.of().formatHex(digest.digest(Json.write(content))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The id its sender made.
  public String id() {
    return id;
  }

  String fingerprint() {
    return fingerprint;
  }
}
