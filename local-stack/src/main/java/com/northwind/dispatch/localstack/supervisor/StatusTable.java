package com.northwind.dispatch.localstack.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The processes of a running system as a table for people.
public final class StatusTable {
  private static final String ROW = "%-24s %-10s %8s %9s %8s  %-40s %s";

  private final StackState state;
  private final Path root;

  /// @param root log files are shown relative to it
  public StatusTable(StackState state, Path root) {
    this.state = state;
    this.root = root;
  }

  /// The whole table, with the memory each process holds now.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(rows());
    lines.add("");
    lines.add(summary(ResidentMemory.ofTreeMib(state.supervisorPid())));
    return lines;
  }

  /// A heading and a line per process.
  public List<String> rows() {
    List<String> lines = new ArrayList<>();
    lines.add(ROW.formatted("PROCESS", "STATE", "PID", "RESTARTS", "MEMORY", "LISTENS ON", "LOG"));
    for (StackState.ProcessState process : state.processes()) {
      Long pid = process.pid();
      lines.add(
          ROW.formatted(
              process.name(),
              process.state().toLowerCase(Locale.ROOT),
              pid == null ? "-" : pid,
              process.restarts(),
              (pid == null ? 0 : ResidentMemory.ofTreeMib(pid)) + " MB",
              ports(process),
              root.relativize(Path.of(process.log()))));
    }
    return lines;
  }

  private String summary(long totalMib) {
    Double seconds = state.readySeconds();
    String ready =
        seconds == null
            ? "not ready yet"
            : String.format(Locale.ROOT, "ready after %.1f s", seconds);
    return "supervisor process %d, %s, %d MB in all"
        .formatted(state.supervisorPid(), ready, totalMib);
  }

  private String ports(StackState.ProcessState process) {
    return process.endpoints().stream().map(this::port).collect(Collectors.joining(", "));
  }

  private String port(Endpoint endpoint) {
    return "%d %s".formatted(state.stackPorts().of(endpoint), use(endpoint));
  }

  private static String use(Endpoint endpoint) {
    return switch (endpoint) {
      case KAFKA -> "kafka";
      case KAFKA_CONTROLLER -> "controller";
      case POSTGRES_LOAD_PLANNING, POSTGRES_ROUTING, POSTGRES_EXECUTION -> "postgres";
      case HTTP_LOAD_PLANNING, HTTP_ROUTING, HTTP_EXECUTION, HTTP_SCHEMA_REGISTRY -> "http";
      case GATEWAY_ELD -> "eld";
      case GATEWAY_TABLET -> "tablet";
      case ADMIN_GATEWAY,
          ADMIN_LOAD_PLANNING,
          ADMIN_ROUTING,
          ADMIN_EXECUTION,
          ADMIN_SCHEMA_REGISTRY ->
          "admin";
    };
  }
}
