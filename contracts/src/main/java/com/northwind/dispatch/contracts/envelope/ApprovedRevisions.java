package com.northwind.dispatch.contracts.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The revisions this build ships, as the lock of the approved schemas names them:
/// `{"northwind.eld.v1.Telemetry": {"1": "sha256:..."}}`.
final class ApprovedRevisions {
  private static final String LOCK = "/northwind/approved/lock.json";
  private static final ApprovedRevisions SHIPPED = shipped();

  private final Map<String, Integer> newest;

  private ApprovedRevisions(Map<String, Integer> newest) {
    this.newest = Map.copyOf(newest);
  }

  /// Those of this build.
  static ApprovedRevisions ofThisBuild() {
    return SHIPPED;
  }

  /// Reads a lock.
  ///
  /// @throws IOException when it is not one
  static ApprovedRevisions read(InputStream lock) throws IOException {
    Map<String, Integer> newest = new HashMap<>();
    try (JsonParser in = new JsonFactory().createParser(lock)) {
      require(in, in.nextToken(), JsonToken.START_OBJECT);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        newest.put(in.currentName(), newestOf(in));
      }
    }
    return new ApprovedRevisions(newest);
  }

  /// The newest approved revision of a type; 1 for a type that is not released yet, whose first
  /// revision that will be.
  int newest(String type) {
    return newest.getOrDefault(type, 1);
  }

  private static int newestOf(JsonParser in) throws IOException {
    int newest = 1;
    require(in, in.nextToken(), JsonToken.START_OBJECT);
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      newest = Math.max(newest, Integer.parseInt(in.currentName()));
      in.nextToken();
    }
    return newest;
  }

  private static void require(JsonParser in, @Nullable JsonToken found, JsonToken expected)
      throws IOException {
    if (found != expected) {
      throw new IOException(LOCK + " is no lock: " + found + " at " + in.currentLocation());
    }
  }

  private static ApprovedRevisions shipped() {
    try (InputStream lock = ApprovedRevisions.class.getResourceAsStream(LOCK)) {
      return lock == null ? new ApprovedRevisions(Map.of()) : read(lock);
    } catch (IOException e) {
      throw new UncheckedIOException("the build's own " + LOCK + " cannot be read", e);
    }
  }
}
