package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.deadletter.LetterPage;
import com.northwind.dispatch.localstack.deadletter.LetterShelf;
import com.northwind.dispatch.localstack.deadletter.LetterTable;
import com.northwind.dispatch.localstack.deadletter.StoredLetter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Prints dead letters in a table.
@Command(
    name = "list",
    description = "List dead letters, in the order of their records.",
    mixinStandardHelpOptions = true)
final class DeadLettersListCommand implements Callable<Integer> {
  @ParentCommand private DeadLettersCommand parent = new DeadLettersCommand();
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private LetterOptions options = new LetterOptions();

  @Option(names = "--json", description = "One JSON object on a line for each letter.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Instant now = Clock.systemUTC().instant();
    try (LetterShelf shelf = parent.open(broker)) {
      List<StoredLetter> chosen = options.with(List.of()).of(shelf.read());
      if (json) {
        for (StoredLetter letter : chosen) {
          out.println(new LetterPage(letter, now).jsonLine());
        }
      } else {
        new LetterTable(chosen, now).lines().forEach(out::println);
      }
    }
    return 0;
  }
}
