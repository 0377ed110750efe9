package com.northwind.dispatch.processkit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// An error answer as RFC 9457 defines it.
///
/// @param type names the kind of problem for ever, e.g.
///   `urn:northwind:problem:window-ends-before-it-starts`
/// @param title the kind of problem in a few words, always the same for a type
/// @param status the HTTP status
/// @param detail what is wrong in this request and what to do about it
/// @param pointer JSON pointer (RFC 6901) to the field at fault, or null when it is about the whole
///   request
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, @Nullable String pointer) {
  private static final String PREFIX = "urn:northwind:problem:";

  /// A problem about the whole request.
  public static Problem of(int status, String kind, String title, String detail) {
    return new Problem(PREFIX + kind, title, status, detail, null);
  }

  /// A problem with one field of the request's body.
  public static Problem at(String pointer, String kind, String title, String detail) {
    return new Problem(PREFIX + kind, title, 422, detail, pointer);
  }

  /// This problem as an exception a handler can throw.
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
