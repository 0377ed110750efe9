package com.northwind.dispatch.localstack.demo;

import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.identity.Fleet;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Waits until every device of a fleet is in the directory topic, where gateways learn of it: one
/// that connects earlier would be refused as unknown.
final class DirectoryWait {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private DirectoryWait() {}

  /// @throws IllegalStateException when devices are missing for too long
  static void until(String bootstrapServers, Fleet fleet) {
    Set<String> missing =
        Stream.concat(
                fleet.elds().stream().map(Fleet.Eld::deviceId),
                fleet.drivers().stream().map(Fleet.Driver::tabletId))
            .collect(Collectors.toCollection(HashSet::new));
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (TopicReader reader = new TopicReader(bootstrapServers, Topics.DEVICE_DIRECTORY.name())) {
      reader.seek(new ReadFrom.Beginning());
      while (!missing.isEmpty()) {
        reader.poll(
            record -> {
              missing.remove(new String(record.key(), StandardCharsets.UTF_8));
              return true;
            });
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException(
              "%d devices are not in the topic %s, such as %s"
                  .formatted(
                      missing.size(),
                      Topics.DEVICE_DIRECTORY.name(),
                      missing.stream().sorted().limit(5).toList()));
        }
      }
    }
  }
}
