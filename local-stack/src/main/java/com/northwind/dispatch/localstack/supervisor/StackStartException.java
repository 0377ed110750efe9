package com.northwind.dispatch.localstack.supervisor;

/// The stack did not come up; the message tells people what to do or where to look.
public final class StackStartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StackStartException(String message) {
    super(message);
  }

  public StackStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
