package com.northwind.dispatch.contractrules.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads files of another commit, by running `git` in the checkout.
final class GitCommit {
  private final Path root;
  private final String hash;

  private GitCommit(Path root, String hash) {
    this.root = root;
    this.hash = hash;
  }

  /// Finds a commit by branch, tag or hash.
  ///
  /// @throws UnusableReferenceException when there is no git, no repository or no such commit
  static GitCommit find(Path root, String reference) {
    Output inside = run(root, "rev-parse", "--is-inside-work-tree");
    if (inside.exitCode() != 0) {
      throw new UnusableReferenceException(
          root + " is no git checkout, so there is no commit to hold the contracts against");
    }
    Output found =
        run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}");
    if (found.exitCode() != 0) {
      throw new UnusableReferenceException(
          "git knows no commit '"
              + reference
              + "': give a branch, a tag or a hash that this checkout has (`git fetch` brings those of others)");
    }
    return new GitCommit(root, found.text().strip());
  }

  /// Names of all files below a directory, relative to the checkout's root.
  List<String> files(String directory) {
    String names =
        mustRun("ls-tree", "-r", "-z", "--name-only", hash, "--", directory + "/").text();
    return names.isEmpty() ? List.of() : List.of(names.split("\0"));
  }

  /// The bytes of one file.
  byte[] read(String name) {
    return mustRun("cat-file", "blob", hash + ":./" + name).bytes();
  }

  private Output mustRun(String... arguments) {
    Output output = run(root, arguments);
    if (output.exitCode() != 0) {
      throw new UnusableReferenceException(
          "git " + String.join(" ", arguments) + " failed: " + output.problem().strip());
    }
    return output;
  }

  private static Output run(Path root, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(nowhere()))
              .start();
      byte[][] problem = new byte[1][];
      Thread reader = Thread.ofVirtual().start(() -> problem[0] = readAll(git));
      byte[] bytes = git.getInputStream().readAllBytes();
      reader.join();
      return new Output(git.waitFor(), bytes, new String(problem[0], StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnusableReferenceException(
          "git cannot be run, which holding the contracts against another commit needs: "
              + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableReferenceException("interrupted while git was running", e);
    }
  }

  private static java.io.File nowhere() {
    return new java.io.File("/dev/null");
  }

  private static byte[] readAll(Process git) {
    try {
      return git.getErrorStream().readAllBytes();
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
    }
  }

  /// What git said.
  @SuppressWarnings("ArrayRecordComponent") // lives for one call and is never compared
  private record Output(int exitCode, byte[] bytes, String problem) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
