package com.northwind.dispatch.contractrules.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Iterator;
import java.util.Map;

/// Reads JSON strictly and writes it in one form: the same tree always becomes the same bytes.
public final class JsonText {
  private static final int MAX_NESTING = 100;
  private static final int LINE_WIDTH = 110;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  /// The tree of a JSON text.
  ///
  /// @throws NotJsonException when the text is no JSON, names a property twice or nests deeper than
  ///   100 levels
  public static JsonNode parse(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree.isMissingNode()) {
        throw new NotJsonException("the text is empty");
      }
      return tree;
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new NotJsonException(
          e.getOriginalMessage()
              + (place == null
                  ? ""
                  : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"),
          e);
    }
  }

  /// The tree on one line.
  public static String compact(JsonNode tree) {
    return tree.toString();
  }

  /// The tree with two spaces per level and a newline at the end. A list of plain values stays on
  /// one line while it fits 110 columns.
  public static String pretty(JsonNode tree) {
    StringBuilder out = new StringBuilder(4096);
    write(tree, 0, out);
    return out.append('\n').toString();
  }

  /// A number as JSON writes it shortest: without a fraction when it has none.
  public static JsonNode number(double value) {
    long whole = (long) value;
    return whole == value && Math.abs(value) < 1e15
        ? JsonNodeFactory.instance.numberNode(whole)
        : JsonNodeFactory.instance.numberNode(value);
  }

  private static void write(JsonNode node, int depth, StringBuilder out) {
    if (node.isObject() && !node.isEmpty()) {
      writeObject(node, depth, out);
    } else if (node.isArray() && !node.isEmpty() && !fits(node, depth)) {
      writeArray(node, depth, out);
    } else if (node.isArray()) {
      writeOnOneLine(node, out);
    } else {
      out.append(node);
    }
  }

  private static void writeObject(JsonNode node, int depth, StringBuilder out) {
    out.append('{');
    String separator = "\n";
    Iterator<Map.Entry<String, JsonNode>> properties = node.properties().iterator();
    while (properties.hasNext()) {
      Map.Entry<String, JsonNode> property = properties.next();
      out.append(separator).repeat("  ", depth + 1);
      out.append(JsonNodeFactory.instance.textNode(property.getKey())).append(": ");
      write(property.getValue(), depth + 1, out);
      separator = ",\n";
    }
    out.append('\n').repeat("  ", depth).append('}');
  }

  private static void writeArray(JsonNode node, int depth, StringBuilder out) {
    out.append('[');
    String separator = "\n";
    for (JsonNode element : node) {
      out.append(separator).repeat("  ", depth + 1);
      write(element, depth + 1, out);
      separator = ",\n";
    }
    out.append('\n').repeat("  ", depth).append(']');
  }

  private static boolean fits(JsonNode array, int depth) {
    int width = 2 * depth;
    for (JsonNode element : array) {
      if (element.isContainerNode() && !element.isEmpty()) {
        return false;
      }
      width += element.toString().length() + 2;
    }
    return width <= LINE_WIDTH;
  }

  private static void writeOnOneLine(JsonNode array, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (JsonNode element : array) {
      out.append(separator).append(element);
      separator = ", ";
    }
    out.append(']');
  }
}
