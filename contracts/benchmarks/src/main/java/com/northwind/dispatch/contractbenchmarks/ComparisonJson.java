package com.northwind.dispatch.contractbenchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/// The comparisons as JSON for machines.
public final class ComparisonJson {
  private ComparisonJson() {}

  /// One object with the machine and an array of rows.
  public static String of(List<Comparison> comparisons) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      out.useDefaultPrettyPrinter();
      out.writeStartObject();
      out.writeStringField("java", Runtime.version().toString());
      out.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
      out.writeArrayFieldStart("comparisons");
      for (Comparison comparison : comparisons) {
        write(comparison, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return text.toString();
  }

  private static void write(Comparison comparison, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("operation", comparison.operation());
    write("jsonFormat", comparison.jsonFormat(), out);
    write("fast", comparison.fast(), out);
    out.writeNumberField("speedup", comparison.speedup());
    out.writeNumberField("speedupGoal", comparison.goal().speedup());
    out.writeBooleanField("meetsSpeedup", comparison.meetsSpeedup());
    out.writeNumberField("bytesShare", comparison.bytesShare());
    out.writeNumberField("bytesShareGoal", comparison.goal().bytesShare());
    out.writeBooleanField("meetsBytes", comparison.meetsBytes());
    out.writeEndObject();
  }

  private static void write(String name, Figures figures, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("nanosPerOperation", figures.nanos());
    out.writeNumberField("bytesPerOperation", figures.bytes());
    out.writeEndObject();
  }
}
