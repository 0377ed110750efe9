package com.northwind.dispatch.localstack.command;

import com.northwind.dispatch.localstack.deadletter.LetterChoice;
import com.northwind.dispatch.localstack.deadletter.LetterShelf;
import com.northwind.dispatch.localstack.deadletter.RedriveRun;
import com.northwind.dispatch.localstack.deadletter.StoredLetter;
import com.northwind.dispatch.localstack.demo.DemoSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Has dead letters applied again, whole keys in their order.
@Command(
    name = "redrive",
    description = {
      "Have letters applied again: whole keys, from their oldest letter until one fails.",
      "Exits with 1 when one failed, or when no consumer answered."
    },
    mixinStandardHelpOptions = true)
final class DeadLettersRedriveCommand implements Callable<Integer> {
  @ParentCommand private DeadLettersCommand parent = new DeadLettersCommand();
  @Mixin private BrokerOption broker = new BrokerOption();
  @Mixin private LetterOptions options = new LetterOptions();

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Letters, by their ids.")
  private List<String> ids = List.of();

  @Option(names = "--all", description = "Every letter there is.")
  private boolean all;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long to wait for the next answer. Default: ${DEFAULT-VALUE}.")
  private String patience = "30s";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    LetterChoice choice = options.with(ids);
    if (choice.isOpen() != all) {
      throw new ParameterException(
          spec.commandLine(), "Say which: ID, --consumer, --topic, --key, or --all alone.");
    }
    Duration wait = DemoSettings.parseDuration(patience);
    PrintWriter out = spec.commandLine().getOut();
    try (LetterShelf shelf = parent.open(broker)) {
      List<StoredLetter> letters = shelf.read();
      Map<StoredLetter.Line, List<StoredLetter>> lines =
          LetterChoice.lines(choice.of(letters), letters);
      if (lines.isEmpty()) {
        out.println("There are no such dead letters.");
        return 0;
      }
      long count = lines.values().stream().mapToLong(List::size).sum();
      out.printf("Asking for %d letter(s) of %d key(s) ...%n", count, lines.size());
      out.flush();
      return report(new RedriveRun(shelf, lines).run(wait));
    }
  }

  private int report(RedriveRun.Result result) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d applied%n", result.applied());
    for (StoredLetter letter : result.failed()) {
      out.printf("failed again: %s%n  %s%n", letter.id(), letter.letter().getProblem());
    }
    if (result.waiting() > 0) {
      out.printf("%d wait behind those%n", result.waiting());
    }
    if (!result.unanswered().isEmpty()) {
      out.printf(
          "no answer for %d, the oldest %s. Is its consumer running? (%s)%n",
          result.unanswered().size(),
          result.unanswered().getFirst().id(),
          result.unanswered().stream()
              .map(letter -> letter.letter().getConsumer())
              .distinct()
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    return result.complete() ? 0 : 1;
  }
}
