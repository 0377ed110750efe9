package com.northwind.dispatch.contracts.json;

import org.jspecify.annotations.Nullable;

/// Why bytes could not be read, and where. It carries no stack trace: what it tells is about the
/// bytes.
public final class JsonReadException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What the bytes fail at.
  public enum Failure {
    /// They are not JSON as RFC 8259 has it, in UTF-8.
    NOT_JSON,
    /// They are JSON that does not fit the message.
    DOES_NOT_FIT
  }

  private final Failure failure;
  private final String problem;
  private final int offset;
  private final String pointer;

  JsonReadException(Failure failure, String problem, int offset) {
    this(failure, problem, offset, "", null);
  }

  private JsonReadException(
      Failure failure, String problem, int offset, String pointer, @Nullable Throwable cause) {
    super(problem, cause, false, false);
    this.failure = failure;
    this.problem = problem;
    this.offset = offset;
    this.pointer = pointer;
  }

  /// The same, seen from the object or array around it.
  ///
  /// @param step name of the member or index of the element
  public JsonReadException under(String step) {
    return new JsonReadException(failure, problem, offset, "/" + step + pointer, getCause());
  }

  public Failure failure() {
    return failure;
  }

  /// JSON pointer (RFC 6901) to the value, as far as it is known.
  public String pointer() {
    return pointer;
  }

  /// Index of the byte, from the start of the array that was read.
  public int offset() {
    return offset;
  }

  @Override
  public String getMessage() {
    String place = " at byte " + offset;
    return pointer.isEmpty() ? problem + place : pointer + ": " + problem + place;
  }
}
