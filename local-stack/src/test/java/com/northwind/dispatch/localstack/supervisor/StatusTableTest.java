package com.northwind.dispatch.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTableTest {
  private static final Path ROOT = Path.of("/checkout");

  @Test
  void eachProcessHasALineWithStatePortsAndLog() {
    StackState state =
        new StackState(
            ProcessHandle.current().pid(),
            12.34,
            Map.of(Endpoint.GATEWAY_ELD, 5027, Endpoint.ADMIN_GATEWAY, 20_100),
            List.of(
                new StackState.ProcessState(
                    "gateway",
                    null,
                    "RESTARTING",
                    2,
                    List.of(Endpoint.GATEWAY_ELD, Endpoint.ADMIN_GATEWAY),
                    "/checkout/.northwind/logs/gateway.log")));

    List<String> lines = new StatusTable(state, ROOT).lines();

    assertEquals(4, lines.size());
    assertTrue(
        lines
            .get(1)
            .matches(
                "gateway +restarting +- +2 +0 MB +5027 eld, 20100 admin +.northwind/logs/gateway.log"),
        lines.get(1));
    assertTrue(lines.getLast().contains("ready after 12.3 s"));
  }

  @Test
  void theMemoryOfThisJvmIsSomeMegabytes() {
    long mib = ResidentMemory.ofOneMib(ProcessHandle.current().pid());

    assertTrue(mib > 20 && mib < 4_000, mib + " MiB");
    assertEquals(0, ResidentMemory.ofTreeMib(Long.MAX_VALUE));
  }
}
