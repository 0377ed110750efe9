package com.northwind.dispatch.processkit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/// JSON of the REST APIs: records by their component names, instants as RFC 3339, unknown fields
/// refused.
public final class Json {
  private static final int MAX_NESTING = 100;

  private static final ObjectMapper MAPPER = newMapper();

  private Json() {}

  private static ObjectMapper newMapper() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build());
    return mapper;
  }

  /// A value as UTF-8 JSON.
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + value.getClass() + " as JSON", e);
    }
  }

  /// A value from UTF-8 JSON.
  ///
  /// @throws ProblemException 400 when it is not JSON, 422 with a pointer when a field does not fit
  public static <T> T read(byte[] bytes, Class<T> type) {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw malformed("the body is null").asException();
      }
      return value;
    } catch (JsonMappingException e) {
      throw doesNotFit(e).asException();
    } catch (JsonProcessingException e) {
      throw malformed(e.getOriginalMessage() + placeOf(e)).asException();
    } catch (IOException e) {
      throw new UncheckedIOException("reading bytes in memory failed", e);
    }
  }

  private static String placeOf(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static Problem malformed(String detail) {
    return Problem.of(400, "malformed-json", "The body is not JSON", detail);
  }

  private static Problem doesNotFit(JsonMappingException e) {
    if (e.getCause() instanceof StreamReadException broken) {
      return malformed(broken.getOriginalMessage() + placeOf(broken));
    }
    if (e.getPath().isEmpty() && e.getCause() == null && e.getLocation() != null) {
      return malformed(e.getOriginalMessage() + placeOf(e));
    }
    if (e.getCause() instanceof ProblemException problem) {
      return problem.problem();
    }
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer.append('/');
      pointer.append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return Problem.at(
        pointer.toString(), "field-does-not-fit", "A field does not fit", e.getOriginalMessage());
  }
}
