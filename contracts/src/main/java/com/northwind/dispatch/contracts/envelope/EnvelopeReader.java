package com.northwind.dispatch.contracts.envelope;

import com.google.protobuf.Message;
import com.northwind.dispatch.contracts.json.DataJsons;
import com.northwind.dispatch.contracts.json.JsonReadException;
import com.northwind.dispatch.contracts.json.JsonReadException.Failure;
import com.northwind.dispatch.contracts.json.JsonReader;
import com.northwind.dispatch.contracts.json.NameTable;
import com.northwind.dispatch.contracts.version.Upcasters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one record's value in one pass: `data` is read where it stands when its type came before
/// it, as it does in all that this platform writes.
final class EnvelopeReader {
  private static final String SPEC_VERSION = "1.0";
  private static final int MAX_NESTING = 100;

  /// How many objects stand around `data`.
  private static final int DATA_NESTING = 1;

  private static final int SPECVERSION = 1;
  private static final int ID = 2;
  private static final int SOURCE = 3;
  private static final int TYPE = 4;
  private static final int SUBJECT = 5;
  private static final int TIME = 6;
  private static final int PARTITION_KEY = 7;
  private static final int TRACEPARENT = 8;
  private static final int CAUSATION_ID = 9;
  private static final int DATA = 10;

  private static final NameTable ATTRIBUTES =
      new NameTable(
          Map.of(
              "specversion", SPECVERSION,
              "id", ID,
              "source", SOURCE,
              "type", TYPE,
              "subject", SUBJECT,
              "time", TIME,
              "partitionkey", PARTITION_KEY,
              "traceparent", TRACEPARENT,
              "causationid", CAUSATION_ID,
              "data", DATA));

  private final EventTypes types;
  private final Upcasters upcasters;
  private final JsonReader in;
  private @Nullable String specversion;
  private @Nullable String id;
  private @Nullable String source;
  private @Nullable String type;
  private @Nullable String subject;
  private @Nullable Instant time;

  /// What stands for `time` when it is not of the usual form.
  private @Nullable String timeText;

  private @Nullable String partitionKey;
  private @Nullable String traceparent;
  private @Nullable String causationId;

  /// Where `data` begins, or -1 when there is no object of that name.
  private int dataPosition = -1;

  /// The type that `data` was read as; nothing comes of a type this build does not know.
  private @Nullable String dataType;

  private @Nullable Message data;
  private @Nullable JsonReadException misfit;

  EnvelopeReader(EventTypes types, Upcasters upcasters, byte[] bytes) {
    this.types = types;
    this.upcasters = upcasters;
    this.in = new JsonReader(bytes, lengthOfByteOrderMark(bytes), bytes.length, MAX_NESTING);
  }

  /// A mark that JSON should not have in front, and that some writers put there all the same.
  private static int lengthOfByteOrderMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    return marked ? 3 : 0;
  }

  DecodeResult read() {
    try {
      if (!in.atObject()) {
        in.skipValue();
        return new DecodeResult.Unreadable("the record is not a JSON object");
      }
      in.beginObject();
      for (int name = in.nextMember(ATTRIBUTES);
          name != JsonReader.END;
          name = in.nextMember(ATTRIBUTES)) {
        readAttribute(name);
      }
      in.requireEnd();
      return toResult();
    } catch (JsonReadException e) {
      return new DecodeResult.Unreadable("the record is not JSON: " + e.getMessage());
    }
  }

  private void readAttribute(int name) throws JsonReadException {
    switch (name) {
      case SPECVERSION -> specversion = in.readTextOrNull();
      case ID -> id = in.readTextOrNull();
      case SOURCE -> source = in.readTextOrNull();
      case TYPE -> type = in.readTextOrNull();
      case SUBJECT -> subject = in.readTextOrNull();
      case TIME -> readTime();
      case PARTITION_KEY -> partitionKey = in.readTextOrNull();
      case TRACEPARENT -> traceparent = in.readTextOrNull();
      case CAUSATION_ID -> causationId = in.readTextOrNull();
      case DATA -> readData();
      default -> in.skipValue();
    }
  }

  private void readTime() throws JsonReadException {
    time = in.readPlainTime();
    timeText = time == null ? in.readTextOrNull() : null;
  }

  private void readData() throws JsonReadException {
    if (in.atObject()) {
      dataPosition = in.position();
      readDataAs(type);
    } else {
      dataPosition = -1;
      in.skipValue();
    }
  }

  private void readDataAs(@Nullable String asType) throws JsonReadException {
    dataType = asType;
    data = null;
    misfit = null;
    Optional<Message> prototype = asType == null ? Optional.empty() : types.prototype(asType);
    if (prototype.isEmpty()) {
      in.skipValue();
      return;
    }
    try {
      data = DataJsons.of(prototype.get()).read(in);
    } catch (JsonReadException e) {
      if (e.failure() == Failure.NOT_JSON) {
        throw e.under("data");
      }
      // That the record is no JSON at all would be the better answer, so the rest is read, too.
      misfit = e.under("data");
      in.goTo(dataPosition, DATA_NESTING);
      in.skipValue();
    }
  }

  private DecodeResult toResult() throws JsonReadException {
    if (!SPEC_VERSION.equals(specversion)) {
      return new DecodeResult.Unreadable(
          "attribute 'specversion' is " + specversion + ", expected " + SPEC_VERSION);
    }
    if (id == null || source == null || type == null || dataPosition < 0 || !hasTime()) {
      return new DecodeResult.Unreadable("attribute '" + firstMissing() + "' is missing");
    }
    if (!type.equals(dataType)) {
      in.goTo(dataPosition, DATA_NESTING);
      readDataAs(type);
    }
    if (misfit != null) {
      return new DecodeResult.Unreadable("data is not a " + type + ": " + misfit.getMessage());
    }
    return data == null ? unknown(id, type) : toEvent(id, source, upcasters.newest(data));
  }

  private DecodeResult unknown(String id, String type) {
    return types
        .olderVersionOf(type)
        .<DecodeResult>map(known -> new DecodeResult.NewerVersion(id, type, known))
        .orElseGet(() -> new DecodeResult.UnknownType(id, type));
  }

  private DecodeResult toEvent(String id, String source, Message data) {
    String about = subject == null ? id : subject;
    String key = partitionKey == null ? about : partitionKey;
    try {
      return new DecodeResult.Read(
          new EventEnvelope(id, source, about, instant(), key, traceparent, causationId, data));
    } catch (DateTimeException e) {
      return new DecodeResult.Unreadable("attribute 'time' is not an RFC 3339 time: " + timeText);
    } catch (IllegalArgumentException e) {
      return new DecodeResult.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private boolean hasTime() {
    return time != null || timeText != null;
  }

  private Instant instant() {
    return time == null ? OffsetDateTime.parse(String.valueOf(timeText)).toInstant() : time;
  }

  private String firstMissing() {
    if (id == null) {
      return "id";
    }
    if (source == null) {
      return "source";
    }
    if (type == null) {
      return "type";
    }
    return hasTime() ? "data" : "time";
  }
}
