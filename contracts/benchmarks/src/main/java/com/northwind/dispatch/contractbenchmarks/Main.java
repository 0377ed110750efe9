package com.northwind.dispatch.contractbenchmarks;

import com.northwind.dispatch.contractbenchmarks.Arguments.Parsed;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/// `./northwind bench json`: measures and prints one table. Whether goals are met is information,
/// so that it ends with 0 either way; 2 says that the command line is wrong.
public final class Main {
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] words) throws RunnerException {
    System.exit(run(System.out, System.err, words));
  }

  static int run(PrintStream out, PrintStream err, String... words) throws RunnerException {
    return switch (Arguments.parse(words)) {
      case Parsed.HelpWanted _ -> {
        out.print(Arguments.USAGE);
        yield 0;
      }
      case Parsed.Wrong(String problem) -> {
        err.println(problem);
        err.print(Arguments.USAGE);
        yield WRONG_USAGE;
      }
      case Parsed.Understood(Arguments arguments) -> {
        measure(arguments, out, err);
        yield 0;
      }
    };
  }

  private static void measure(Arguments arguments, PrintStream out, PrintStream err)
      throws RunnerException {
    err.println("measuring for about " + (arguments.quick() ? 30 : 90) + " seconds");
    List<Comparison> comparisons = Measurement.run(arguments.quick());
    out.print(ComparisonTable.of(comparisons));
    arguments
        .json()
        .ifPresent(
            file -> {
              try {
                Files.writeString(file, ComparisonJson.of(comparisons));
              } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
              }
            });
  }
}
