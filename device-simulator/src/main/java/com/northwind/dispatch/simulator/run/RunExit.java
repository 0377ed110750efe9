package com.northwind.dispatch.simulator.run;

/// How a run came out; the process ends with its code.
public enum RunExit {
  /// Everything arrived.
  DELIVERED(0),
  /// Something was lost, not delivered, not confirmed, or the simulator itself failed.
  UNDELIVERED(1),
  /// The command line, or a file it names, makes no sense.
  USAGE(2),
  /// Some kind of server was never reached.
  UNREACHABLE(3);

  private final int code;

  RunExit(int code) {
    this.code = code;
  }

  /// The process's exit code.
  public int code() {
    return code;
  }
}
