package com.northwind.dispatch.eldprotocols.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `decode`: what a device's bytes say, or whether a file of captures still decodes to what it
/// should.
@Command(
    name = "decode",
    description = {
      "Decodes a device's bytes to telemetry, one JSON object a line,",
      "or checks a file of captures with expected values."
    })
public final class DecodeCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "NAME",
      description = "Protocol of the bytes, e.g. teltonika.")
  private String protocol = "";

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description = "Check each case of this file (one JSON object a line).")
  private @Nullable Path vectors;

  @Option(names = "--udp", description = "The bytes are one datagram.")
  private boolean udp;

  /// Read by picocli alone, which then prints the help.
  @SuppressWarnings("unused")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Parameters(
      arity = "0..*",
      paramLabel = "HEX",
      description = "A connection's bytes from the device, with or without the login.")
  private List<String> hex = List.of();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<ProtocolTool> tool = ProtocolTool.named(protocol);
    if (tool.isEmpty()) {
      err.println(
          "unknown protocol '"
              + protocol
              + "', known are: "
              + String.join(", ", ProtocolTool.names()));
      return FAILED;
    }
    if ((vectors == null) == hex.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Give either bytes in hexadecimal or --vectors FILE");
    }
    boolean good =
        vectors == null
            ? decode(tool.get(), out, err)
            : new VectorFile(tool.get(), out, err).check(vectors);
    out.flush();
    return good ? 0 : FAILED;
  }

  private boolean decode(ProtocolTool tool, PrintWriter out, PrintWriter err) throws IOException {
    return switch (HexInput.read(String.join(" ", hex))) {
      case HexInput.Bad(String problem) -> {
        err.println(problem);
        yield false;
      }
      case HexInput.Bytes input -> {
        HexDecoder decoder = new HexDecoder(tool, out, err);
        yield udp ? decoder.decodeDatagram(input.bytes()) : decoder.decodeStream(input.bytes());
      }
    };
  }
}
