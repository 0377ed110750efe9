package com.northwind.dispatch.tabletpush.grpc;

import com.northwind.dispatch.contracts.tablet.v1.CloseReason;
import com.northwind.dispatch.tabletpush.session.SessionClose;
import io.grpc.Metadata;
import io.grpc.Status;

/// A close as tablets see it: a gRPC status, and two trailers they act on.
///
/// | reason            | status               | because                                         |
/// |-------------------|----------------------|-------------------------------------------------|
/// | `DRAIN`           | `UNAVAILABLE`        | another gateway will do                         |
/// | `REPLACED`        | `ABORTED`            | someone else was newer                          |
/// | `REVOKED`         | `PERMISSION_DENIED`  | known, and not let in                           |
/// | `OVERLOAD`        | `RESOURCE_EXHAUSTED` | later                                           |
/// | `PROTOCOL`        | `INVALID_ARGUMENT`   | the same again will not help                    |
/// | `UNAUTHENTICATED` | `UNAUTHENTICATED`    | or `PERMISSION_DENIED` when the token is another's |
/// | `SILENT`          | `DEADLINE_EXCEEDED`  | said or took nothing in time                    |
public final class CloseStatus {
  /// Trailer: the reason without its prefix, such as `REPLACED`.
  public static final Metadata.Key<String> REASON =
      Metadata.Key.of("northwind-close-reason", Metadata.ASCII_STRING_MARSHALLER);

  /// Trailer: milliseconds to wait before the next attempt.
  public static final Metadata.Key<String> RETRY_AFTER_MS =
      Metadata.Key.of("northwind-retry-after-ms", Metadata.ASCII_STRING_MARSHALLER);

  private static final String PREFIX = "CLOSE_REASON_";

  private CloseStatus() {}

  /// The status of a close.
  public static Status status(SessionClose close) {
    return code(close).toStatus().withDescription(close.description());
  }

  private static Status.Code code(SessionClose close) {
    return switch (close.reason()) {
      case CLOSE_REASON_DRAIN -> Status.Code.UNAVAILABLE;
      case CLOSE_REASON_REPLACED -> Status.Code.ABORTED;
      case CLOSE_REASON_REVOKED -> Status.Code.PERMISSION_DENIED;
      case CLOSE_REASON_OVERLOAD -> Status.Code.RESOURCE_EXHAUSTED;
      case CLOSE_REASON_PROTOCOL -> Status.Code.INVALID_ARGUMENT;
      case CLOSE_REASON_UNAUTHENTICATED ->
          close.foreignIdentity() ? Status.Code.PERMISSION_DENIED : Status.Code.UNAUTHENTICATED;
      case CLOSE_REASON_SILENT -> Status.Code.DEADLINE_EXCEEDED;
      case CLOSE_REASON_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("a stream is never closed without a reason");
    };
  }

  /// The trailers of a close.
  public static Metadata trailers(SessionClose close) {
    Metadata trailers = new Metadata();
    trailers.put(REASON, name(close.reason()));
    trailers.put(RETRY_AFTER_MS, Long.toString(close.retryAfter().toMillis()));
    return trailers;
  }

  /// A reason's name as it stands in the trailer.
  public static String name(CloseReason reason) {
    return reason.name().substring(PREFIX.length());
  }
}
