package com.northwind.dispatch.eldprotocols.testing;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.vectors.VectorCase;
import com.northwind.dispatch.eldprotocols.vectors.VectorLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Captures by name, from the test jar.
public final class CaptureFiles {
  private CaptureFiles() {}

  /// Every case of the vector file of `protocol`.
  public static List<VectorCase> vectors(String protocol) {
    return text("/vectors/" + protocol + ".jsonl")
        .lines()
        .filter(line -> !line.isBlank())
        .map(CaptureFiles::vector)
        .toList();
  }

  /// The bytes of `captures/<protocol>/<name>.hex`.
  public static WireBytes capture(String protocol, String name) {
    return WireBytes.ofHex(text("/captures/" + protocol + '/' + name + ".hex").strip());
  }

  private static VectorCase vector(String line) {
    return switch (VectorLine.read(line)) {
      case VectorLine.Case(VectorCase vector) -> vector;
      case VectorLine.Broken(String problem) ->
          throw new IllegalStateException("a vector of the test jar is broken: " + problem);
    };
  }

  private static String text(String resource) {
    try (InputStream in = CaptureFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("the test jar has no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
