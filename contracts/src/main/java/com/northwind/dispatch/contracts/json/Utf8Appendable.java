package com.northwind.dispatch.contracts.json;

/// Takes text that is JSON already as UTF-8. A pair of surrogates has to come in one piece.
final class Utf8Appendable implements Appendable {
  private final JsonBytes out;

  Utf8Appendable(JsonBytes out) {
    this.out = out;
  }

  @Override
  public Appendable append(CharSequence text) {
    return append(text, 0, text.length());
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) {
    TextWriter.writeUnescaped(text, start, end, out);
    return this;
  }

  @Override
  public Appendable append(char c) {
    TextWriter.writeUnescaped(Character.toString(c), 0, 1, out);
    return this;
  }
}
