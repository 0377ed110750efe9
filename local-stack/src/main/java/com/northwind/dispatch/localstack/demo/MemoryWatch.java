package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.localstack.supervisor.ResidentMemory;
import com.northwind.dispatch.localstack.supervisor.StackState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers the moment at which everything together held the most memory. Not thread-safe.
final class MemoryWatch {
  private static final String TOTAL = "total";

  private Map<String, Long> most = Map.of(TOTAL, 0L);

  /// Looks at every process now.
  void look(StackState state, Optional<Long> simulatorPid) {
    Map<String, Long> now = new LinkedHashMap<>();
    now.put(TOTAL, 0L);
    for (StackState.ProcessState process : state.processes()) {
      Long pid = process.pid();
      now.put(process.name(), pid == null ? 0 : ResidentMemory.ofTreeMib(pid));
    }
    now.put("supervisor", ResidentMemory.ofOneMib(state.supervisorPid()));
    now.put("device-simulator", simulatorPid.map(ResidentMemory::ofTreeMib).orElse(0L));
    now.put("demo", ResidentMemory.ofOneMib(ProcessHandle.current().pid()));
    now.put(TOTAL, now.values().stream().mapToLong(Long::longValue).sum());
    if (now.getOrDefault(TOTAL, 0L) > most.getOrDefault(TOTAL, 0L)) {
      most = now;
    }
  }

  /// Megabytes of each process, and of all, at that moment.
  Map<String, Long> most() {
    return new LinkedHashMap<>(most);
  }
}
