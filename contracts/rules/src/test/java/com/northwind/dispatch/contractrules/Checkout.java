package com.northwind.dispatch.contractrules;

import com.northwind.dispatch.contractrules.approved.ApprovedDirectory;
import com.northwind.dispatch.contractrules.check.Approval;
import com.northwind.dispatch.contractrules.command.ContractsCommand;
import com.northwind.dispatch.contractrules.files.ContractPaths;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A checkout in a directory of a test: descriptors, released files, samples, documents, and the
/// commands on them.
public final class Checkout {
  private static final String ENVELOPE =
      """
      {"type": "object", "required": ["specversion", "id", "type", "data"],
       "properties": {"specversion": {"const": "1.0"}, "data": {"type": "object"}}}
      """;

  private final ContractPaths paths;

  /// A checkout of some contracts with nothing released.
  public Checkout(Path root, Fixture fixture) {
    this.paths = ContractPaths.under(root);
    put(fixture);
    write(paths.envelope(), ENVELOPE);
  }

  /// A checkout in which everything is released and the documents are current.
  public static Checkout released(Path root, Fixture fixture) {
    Checkout checkout = new Checkout(root, fixture);
    checkout.approve();
    checkout.run("docs");
    return checkout;
  }

  public ContractPaths paths() {
    return paths;
  }

  /// Builds other contracts.
  public void put(Fixture fixture) {
    try {
      Files.createDirectories(paths.descriptors().getParent());
      Files.write(paths.descriptors(), fixture.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Approval approve() {
    return Approval.run(paths);
  }

  public ApprovedDirectory approved() {
    return ApprovedDirectory.read(paths);
  }

  /// A released file, named below the directory of releases.
  public Path approvedFile(String name) {
    return paths.approved().resolve(name);
  }

  public void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Names of all released files and the lock.
  public List<String> approvedFiles() {
    if (!Files.isDirectory(paths.approved())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(paths.approved())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> paths.approved().relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs one command of the command line.
  public Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--root", paths.root().toString()));
    return execute(all.toArray(String[]::new));
  }

  /// Runs a command line as it is.
  public static Outcome execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        ContractsCommand.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  /// Runs git in the checkout, as somebody who commits.
  public void git(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-C",
                paths.root().toString(),
                "-c",
                "user.name=Anna",
                "-c",
                "user.email=anna@depot.example",
                "-c",
                "init.defaultBranch=main"));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// How a command came out.
  public record Outcome(int exitCode, String out, String err) {}
}
