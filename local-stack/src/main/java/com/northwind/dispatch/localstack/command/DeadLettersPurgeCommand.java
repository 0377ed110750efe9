package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.deadletter.LetterChoice;
import com.northwind.dispatch.localstack.deadletter.LetterShelf;
import com.northwind.dispatch.localstack.deadletter.LetterTable;
import com.northwind.dispatch.localstack.deadletter.StoredLetter;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Gives dead letters up: their records never take effect.
@Command(
    name = "purge",
    description = {
      "Give letters up: their records never take effect. What waits behind them goes on.",
      "Without --yes it only says which."
    },
    mixinStandardHelpOptions = true)
final class DeadLettersPurgeCommand implements Callable<Integer> {
  @ParentCommand private DeadLettersCommand parent = new DeadLettersCommand();
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private LetterOptions options = new LetterOptions();

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Letters, by their ids.")
  private List<String> ids = List.of();

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    LetterChoice choice = options.with(ids);
    if (choice.isOpen()) {
      throw new ParameterException(
          spec.commandLine(), "Say which: ID, --consumer, --topic or --key.");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (LetterShelf shelf = parent.open(broker)) {
      List<StoredLetter> chosen = choice.of(shelf.read());
      if (chosen.isEmpty()) {
        out.println("There are no such dead letters.");
        return 0;
      }
      if (!yes) {
        new LetterTable(chosen, Clock.systemUTC().instant()).lines().forEach(out::println);
        out.printf(
            "Nothing purged. --yes gives up these %d for ever: their records never take effect.%n",
            chosen.size());
        return 1;
      }
      shelf.remove(chosen);
      out.printf("%d purged; what waited behind them is re-driven by itself.%n", chosen.size());
    }
    return 0;
  }
}
