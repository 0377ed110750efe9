package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.deadletter.LetterChoice;
import com.northwind.dispatch.localstack.deadletter.LetterPage;
import com.northwind.dispatch.localstack.deadletter.LetterShelf;
import com.northwind.dispatch.localstack.deadletter.StoredLetter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Prints one dead letter whole.
@Command(
    name = "show",
    description = "Show one dead letter: problem, place, value, stack.",
    mixinStandardHelpOptions = true)
final class DeadLettersShowCommand implements Callable<Integer> {
  @ParentCommand private DeadLettersCommand parent = new DeadLettersCommand();
  @Mixin private BrokerOption broker = new BrokerOption();

  @Parameters(
      paramLabel = "ID",
      description = "The letter, e.g. routing-loads/planning.loads/3/4711.")
  private String id = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (LetterShelf shelf = parent.open(broker)) {
      List<StoredLetter> found = new LetterChoice(List.of(id), "", "", "").of(shelf.read());
      new LetterPage(found.getFirst(), Clock.systemUTC().instant())
          .lines()
          .forEach(spec.commandLine().getOut()::println);
    }
    return 0;
  }
}
