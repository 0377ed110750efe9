package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.deadletter.LetterChoice;
import java.util.List;
import picocli.CommandLine.Option;

/// The options that choose dead letters by what they are about.
final class LetterOptions {
  @Option(
      names = "--consumer",
      paramLabel = "GROUP",
      description = "Of this consumer group, e.g. routing-loads.")
  private String consumer = "";

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Of this topic.")
  private String topic = "";

  @Option(names = "--key", paramLabel = "KEY", description = "Of this record key.")
  private String key = "";

  LetterChoice with(List<String> ids) {
    return new LetterChoice(ids, consumer, topic, key);
  }
}
