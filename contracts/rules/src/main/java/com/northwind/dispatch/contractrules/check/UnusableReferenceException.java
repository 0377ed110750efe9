package com.northwind.dispatch.contractrules.check;

/// Another commit that the contracts should be held against cannot be read. The message is a
/// sentence for whoever named it.
public final class UnusableReferenceException extends RuntimeException {
  public UnusableReferenceException(String message) {
    super(message);
  }

  public UnusableReferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
