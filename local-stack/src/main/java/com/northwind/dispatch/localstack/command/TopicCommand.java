package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.supervisor.Endpoint;
import com.northwind.dispatch.localstack.supervisor.StackState;
import com.northwind.dispatch.localstack.supervisor.StateFile;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import com.northwind.dispatch.localstack.topic.TopicPrinter;
import com.northwind.dispatch.localstack.topic.TopicReader;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the records of a topic, one on a line.
@Command(
    name = "topic",
    description = "Print a topic: time, partition:offset, key, event.",
    mixinStandardHelpOptions = true)
final class TopicCommand implements Callable<Integer> {
  /// The schema registry's own topic, whose records are no events.
  private static final String REGISTERED_SCHEMAS = "contracts.schemas";

  @Mixin private HomeOption homeOption = new HomeOption();

  @Parameters(paramLabel = "NAME", description = "The topic, e.g. eld.telemetry.")
  private String name = "";

  @Option(
      names = "--grep",
      paramLabel = "REGEX",
      description = "Only lines in which this is found.")
  private Pattern grep = Pattern.compile("");

  @Option(
      names = "--from",
      paramLabel = "PLACE",
      defaultValue = "beginning",
      description =
          "beginning, latest (then follows), an offset, how long ago (15m), or a time"
              + " (2026-11-22T05:30:00Z). Default: ${DEFAULT-VALUE}.")
  private String from = "beginning";

  @Option(names = "--limit", paramLabel = "N", description = "Stop after N lines.")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--follow", description = "Go on with new records until Ctrl-C.")
  private boolean follow;

  @Option(names = "--raw", description = "The events alone, for jq.")
  private boolean raw;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (Topics.named(name).isEmpty() && !name.equals(REGISTERED_SCHEMAS)) {
      err.printf("There is no topic '%s'. Topics: %s%n", name, names());
      return 2;
    }
    Optional<StackState> running = new StateFile(homeOption.home()).readLive();
    if (running.isEmpty()) {
      err.println("The system is not up: ./northwind up starts it.");
      return 1;
    }
    ReadFrom place = ReadFrom.parse(from, Clock.systemUTC().instant());
    TopicPrinter printer = new TopicPrinter(spec.commandLine().getOut(), grep, limit, raw);
    String bootstrap = running.get().stackPorts().address(Endpoint.KAFKA);
    try (TopicReader reader = new TopicReader(bootstrap, name)) {
      reader.seek(place);
      if (follow || place instanceof ReadFrom.Latest) {
        reader.follow(printer::print);
      } else {
        reader.readToEnd(printer::print);
      }
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static String names() {
    return Stream.concat(Topics.all().stream().map(Topic::name), Stream.of(REGISTERED_SCHEMAS))
        .collect(Collectors.joining(", "));
  }
}
