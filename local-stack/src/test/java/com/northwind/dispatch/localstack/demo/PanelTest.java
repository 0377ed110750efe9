package com.northwind.dispatch.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.northwind.dispatch.localstack.supervisor.Endpoint;
import com.northwind.dispatch.localstack.supervisor.StackState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelTest {

  @TempDir Path root;

  @Test
  void oneFrameShowsConnectionsRatesLatenciesLossAndLogs() throws Exception {
    Path log = root.resolve("device-simulator.log");
    Files.writeString(
        log,
        """
        {"t":10.0,"phase":"running","elds":{"units":100,"connected":98,"records_acked":1000},"pushes":{"assigned":10}}
        {"t":12.0,"phase":"running","elds":{"units":100,"connected":99,"records_acked":1040},"pushes":{"assigned":14,"received":13,"lost":0},"dispatcher_action_ms":{"p50":5.25,"p99":31}}
        """);
    ProgressFeed feed = new ProgressFeed(log);
    feed.refresh();
    StackState state =
        new StackState(
            1,
            9.0,
            Map.of(Endpoint.KAFKA, 9092),
            List.of(
                new StackState.ProcessState(
                    "kafka", null, "READY", 0, List.of(Endpoint.KAFKA), root + "/logs/kafka.log")));

    String frame = new Panel(root, Optional.of(Duration.ofSeconds(60))).frame(feed, state, log);

    assertTrue(frame.contains("running, 12 of 60 s"), frame);
    assertTrue(frame.contains("99 of 100 connected"), frame);
    assertTrue(frame.contains("20.0 /s"), frame);
    assertTrue(frame.contains("120 /min"), frame);
    assertTrue(frame.contains("p50     5.3 ms   p99    31.0 ms"), frame);
    assertTrue(frame.contains("lost 0"), frame);
    assertTrue(frame.contains("logs/kafka.log"), frame);
    assertTrue(frame.contains("logs to device-simulator.log"), frame);
  }
}
