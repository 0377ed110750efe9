package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.contracts.topic.Topic;
import com.northwind.dispatch.contracts.topic.Topics;
import com.northwind.dispatch.localstack.contractlag.ApprovedSchemas;
import com.northwind.dispatch.localstack.contractlag.LagReport;
import com.northwind.dispatch.localstack.contractlag.UsageCount;
import com.northwind.dispatch.localstack.topic.ReadFrom;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says which revisions of the contracts are written, by whom, and whether they are registered.
@Command(
    name = "contract-lag",
    description = {
      "Hold what is written on the topics against the approved revisions.",
      "Exits with 1 when something is used that is not registered."
    },
    mixinStandardHelpOptions = true)
final class ContractLagCommand implements Callable<Integer> {
  @Mixin private HomeOption homeOption = new HomeOption();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Option(
      names = "--since",
      paramLabel = "PLACE",
      defaultValue = "beginning",
      description =
          "beginning, how long ago (24h), or a time (2026-11-22T05:30:00Z). Default:"
              + " ${DEFAULT-VALUE}.")
  private String since = "beginning";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "At most N records of each topic. Default: ${DEFAULT-VALUE}.")
  private long limit = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Instant now = Clock.systemUTC().instant();
    ReadFrom from = ReadFrom.parse(since, now);
    String bootstrapServers = broker.bootstrapServers(homeOption.home());
    UsageCount count = new UsageCount();
    for (Topic topic : Topics.all()) {
      count.read(bootstrapServers, topic.name(), from, limit);
    }
    LagReport report = new LagReport(count.uses(), ApprovedSchemas.ofThisBuild(), now);
    report.lines().forEach(out::println);
    out.println();
    out.printf(
        "%,d records read since %s, %,d of them no events%s%n",
        count.records(),
        since,
        count.unreadable(),
        count.cutShort() ? "; a topic held more than --limit" : "");
    out.flush();
    return report.clean() ? 0 : 1;
  }
}
