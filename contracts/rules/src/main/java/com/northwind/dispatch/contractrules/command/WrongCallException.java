package com.northwind.dispatch.contractrules.command;

/// A command that cannot be run as it was called. The message is a sentence for whoever called it.
final class WrongCallException extends RuntimeException {
  WrongCallException(String message) {
    super(message);
  }

  WrongCallException(String message, Throwable cause) {
    super(message, cause);
  }
}
