package com.northwind.dispatch.eldprotocols.cli;

import com.northwind.dispatch.eldprotocols.vectors.Findings;
import com.northwind.dispatch.eldprotocols.vectors.VectorLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Prints one verdict per case of a vector file, and the sum in the last line.
final class VectorFile {
  private final ProtocolTool tool;
  private final PrintWriter out;
  private final PrintWriter err;
  private int passed;
  private int failed;

  VectorFile(ProtocolTool tool, PrintWriter out, PrintWriter err) {
    this.tool = tool;
    this.out = out;
    this.err = err;
  }

  /// Checks every line; true when there was at least one case and none failed.
  boolean check(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          check(number, line);
        }
        number++;
      }
    } catch (NoSuchFileException e) {
      err.println("no such file: " + file);
      return false;
    } catch (AccessDeniedException e) {
      err.println("this file may not be read: " + file);
      return false;
    } catch (MalformedInputException e) {
      err.println("not UTF-8 text: " + file);
      return false;
    }
    out.println(passed + " passed, " + failed + " failed");
    return failed == 0 && passed > 0;
  }

  private void check(int number, String text) {
    switch (VectorLine.read(text)) {
      case VectorLine.Broken(String problem) -> {
        failed++;
        out.println("FAIL line " + number + ": " + problem);
      }
      case VectorLine.Case line -> {
        Findings findings = tool.vectorCheck().check(line.vector());
        boolean good = findings.differences().isEmpty();
        out.println((good ? "pass " : "FAIL ") + line.vector().id());
        findings.differences().forEach(difference -> out.println("  " + difference));
        findings.notes().forEach(note -> out.println("  note: " + note));
        if (good) {
          passed++;
        } else {
          failed++;
        }
      }
    }
  }
}
