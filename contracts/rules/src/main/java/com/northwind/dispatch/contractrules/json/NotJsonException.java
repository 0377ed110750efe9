package com.northwind.dispatch.contractrules.json;

/// A text that should be JSON and is not. The message says what is wrong and where.
public final class NotJsonException extends RuntimeException {
  public NotJsonException(String message) {
    super(message);
  }

  public NotJsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
