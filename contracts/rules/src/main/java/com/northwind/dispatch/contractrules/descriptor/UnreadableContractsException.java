package com.northwind.dispatch.contractrules.descriptor;

/// A descriptor set that is missing or is not what the build of the contracts makes. The message is
/// a sentence for whoever called the command.
public final class UnreadableContractsException extends RuntimeException {
  public UnreadableContractsException(String message) {
    super(message);
  }

  public UnreadableContractsException(String message, Throwable cause) {
    super(message, cause);
  }
}
