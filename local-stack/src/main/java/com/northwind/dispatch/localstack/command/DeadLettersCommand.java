package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.deadletter.LetterShelf;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What consumers could not apply, and what becomes of it.
@Command(
    name = "deadletters",
    description = "List, show, re-drive and purge records that consumers could not apply.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DeadLettersListCommand.class,
      DeadLettersShowCommand.class,
      DeadLettersRedriveCommand.class,
      DeadLettersPurgeCommand.class
    })
final class DeadLettersCommand implements Runnable {
  @Mixin private HomeOption homeOption = new HomeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: list, show ID, redrive ID or purge ID.");
  }

  LetterShelf open(BrokerOption broker) {
    return new LetterShelf(broker.bootstrapServers(homeOption.home()), Clock.systemUTC());
  }
}
