package com.northwind.dispatch.contractrules.document;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/// One way to write a JSON value: keys sorted by code unit, no white space, each number in one form
/// (`1`, `1.0` and `10e-1` are all `1`). Two values are the same exactly when their texts are.
public final class Canonical {
  private static final int LONGEST_PLAIN_NUMBER_DIGITS = 30;

  private Canonical() {}

  /// The value's one text.
  public static String text(JsonNode value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /// Whether two values are the same, numbers compared by value.
  public static boolean same(JsonNode one, JsonNode other) {
    return one.equals(other) || text(one).equals(text(other));
  }

  private static void write(JsonNode value, StringBuilder out) {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value, out);
      case ARRAY -> writeArray(value, out);
      case STRING -> writeText(value.textValue(), out);
      case NUMBER -> out.append(number(value.decimalValue()));
      case BOOLEAN, NULL -> out.append(value.asText());
      case BINARY, POJO, MISSING ->
          throw new IllegalArgumentException("not a value of JSON: " + value.getNodeType());
    }
  }

  private static void writeObject(JsonNode object, StringBuilder out) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      sorted.put(field.getKey(), field.getValue());
    }
    out.append('{');
    Iterator<Map.Entry<String, JsonNode>> fields = sorted.entrySet().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      writeText(field.getKey(), out);
      out.append(':');
      write(field.getValue(), out);
      if (fields.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  private static void writeArray(JsonNode array, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(array.get(i), out);
    }
    out.append(']');
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }

  /// Plain digits while they are few, else digits with an exponent.
  private static String number(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    boolean few =
        stripped.precision() - stripped.scale() <= LONGEST_PLAIN_NUMBER_DIGITS
            && stripped.scale() <= LONGEST_PLAIN_NUMBER_DIGITS;
    return few ? stripped.toPlainString() : stripped.toString();
  }
}
