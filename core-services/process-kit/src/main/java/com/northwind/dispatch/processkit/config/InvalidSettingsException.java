package com.northwind.dispatch.processkit.config;

import java.util.List;

/// The environment holds settings a process cannot start with.
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
