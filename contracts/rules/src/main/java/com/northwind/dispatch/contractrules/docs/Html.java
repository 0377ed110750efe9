package com.northwind.dispatch.contractrules.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Pieces of HTML.
final class Html {
  private Html() {}

  /// Text that stands in HTML as itself.
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A link within the page.
  static String link(String anchor, String text) {
    return "<a href=\"#" + escape(anchor) + "\">" + escape(text) + "</a>";
  }

  /// Text in the font of code.
  static String code(String text) {
    return "<code>" + escape(text) + "</code>";
  }

  /// A file that lies beside this class.
  static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
