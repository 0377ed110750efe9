package com.northwind.dispatch.contracts.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Pulls values out of JSON in UTF-8, in the order they stand there. One reader reads one text, in
/// one thread.
///
/// Values are taken as `JsonFormat` takes them: a number may stand in quotes, a text may be a
/// number or a truth value without them, a whole number may be written `1e3`.
public final class JsonReader extends JsonScanner {
  /// The name after the last one: the object ended.
  public static final int END = -2;

  private static final int MAX_QUOTED_LENGTH = 60;

  private final int maxNesting;
  private int nesting;

  /// Whether the next name or element is the first of its object or array.
  private boolean first;

  /// Digits and power of ten of the number last scanned.
  long digits;

  int exponent;

  /// The time last read in its usual form.
  long seconds;

  int nanos;

  /// @param from index of the first byte
  /// @param to index after the last byte
  /// @param maxNesting how many objects and arrays may stand in one another
  public JsonReader(byte[] bytes, int from, int to, int maxNesting) {
    super(bytes, from, to);
    this.maxNesting = maxNesting;
  }

  /// Index of the next byte.
  public int position() {
    return position;
  }

  /// Goes to a value met before.
  ///
  /// @param nesting how many objects and arrays stand around it
  public void goTo(int position, int nesting) {
    this.position = position;
    this.nesting = nesting;
    this.first = false;
  }

  /// Whether the next value is an object.
  public boolean atObject() throws JsonReadException {
    return token() == '{';
  }

  /// Moves into an object.
  public void beginObject() throws JsonReadException {
    begin('{', "an object");
  }

  void beginArray() throws JsonReadException {
    begin('[', "an array");
  }

  private void begin(char opening, String expected) throws JsonReadException {
    if (token() != opening) {
      throw misfit("expected " + expected, position);
    }
    position++;
    enter();
  }

  private void enter() throws JsonReadException {
    if (++nesting > maxNesting) {
      throw malformed("more than " + maxNesting + " objects and arrays in one another", position);
    }
    first = true;
  }

  /// Moves to the value of the object's next member, or behind the object.
  ///
  /// @return what the table holds for the member's name, [NameTable#UNKNOWN] or [#END]
  public int nextMember(NameTable names) throws JsonReadException {
    if (!moveToName()) {
      return END;
    }
    byte[] text = bytes;
    int from = position + 1;
    int hash = 0;
    int at = from;
    while (at < end) {
      int c = text[at];
      if (c == '"') {
        position = at + 1;
        int code = names.find(text, from, at, hash);
        expectColon();
        return code;
      }
      if (c == '\\' || c < ' ') {
        break;
      }
      hash = NameTable.hash(hash, c);
      at++;
    }
    scanText();
    expectColon();
    return names.find(scannedText());
  }

  private boolean moveToName() throws JsonReadException {
    if (!moveToNext('}')) {
      return false;
    }
    if (token() != '"') {
      throw malformed("expected a name in quotes", position);
    }
    return true;
  }

  private void expectColon() throws JsonReadException {
    if (token() != ':') {
      throw malformed("expected ':' after a name", position);
    }
    position++;
  }

  /// Moves to the array's next element, or behind the array.
  boolean nextElement() throws JsonReadException {
    return moveToNext(']');
  }

  private boolean moveToNext(char closing) throws JsonReadException {
    int c = token();
    if (c == closing) {
      position++;
      nesting--;
      first = false;
      return false;
    }
    if (first) {
      first = false;
    } else if (c == ',') {
      position++;
    } else {
      throw malformed("expected ',' or '" + closing + "'", position);
    }
    return true;
  }

  /// Moves behind a `null`, if that is the next value.
  boolean skipNull() throws JsonReadException {
    if (token() != 'n') {
      return false;
    }
    scanLiteral(Literals.NULL);
    return true;
  }

  /// Moves behind the next value, whatever it is, and checks its grammar.
  public void skipValue() throws JsonReadException {
    switch (token()) {
      case '{' -> {
        position++;
        enter();
        while (moveToName()) {
          scanText();
          expectColon();
          skipValue();
        }
      }
      case '[' -> {
        position++;
        enter();
        while (nextElement()) {
          skipValue();
        }
      }
      case 'n' -> scanLiteral(Literals.NULL);
      default -> skipScalar();
    }
  }

  private void skipScalar() throws JsonReadException {
    scannedFrom = position;
    switch (token()) {
      case '"' -> {
        scanText();
        return;
      }
      case 't' -> scanLiteral(Literals.TRUE);
      case 'f' -> scanLiteral(Literals.FALSE);
      case '{', '[', 'n' -> throw misfit("expected text, a number or a truth value", position);
      default -> NumberReader.skip(this);
    }
    scannedTo = position;
    escaped = false;
    beyondAscii = false;
  }

  /// Reads a text, or a number or truth value as the text it is written with.
  String readText() throws JsonReadException {
    skipScalar();
    return scannedText();
  }

  /// Reads a text, number or truth value as text; null, an object or an array is passed over and
  /// comes to null.
  public @Nullable String readTextOrNull() throws JsonReadException {
    return switch (token()) {
      case '{', '[', 'n' -> {
        skipValue();
        yield null;
      }
      default -> readText();
    };
  }

  /// Reads a time in its usual form, `2026-11-22T05:30:00.123Z`; where something else stands it
  /// does not move and answers with null.
  public @Nullable Instant readPlainTime() throws JsonReadException {
    return TimeReader.moveBehindPlain(this) ? Instant.ofEpochSecond(seconds, nanos) : null;
  }

  boolean readBoolean() throws JsonReadException {
    int from = position;
    return switch (token()) {
      case 't' -> {
        scanLiteral(Literals.TRUE);
        yield true;
      }
      case 'f' -> {
        scanLiteral(Literals.FALSE);
        yield false;
      }
      default -> toBoolean(readText(), from);
    };
  }

  private boolean toBoolean(String text, int from) throws JsonReadException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw misfit("neither true nor false: " + quote(text), from);
    };
  }

  double readDouble() throws JsonReadException {
    int c = token();
    if (c == '-' || Digits.isDigit(c)) {
      return NumberReader.readDouble(this);
    }
    int from = position;
    return NumberReader.toDouble(this, readText(), from);
  }

  int readUnsigned() throws JsonReadException {
    int c = token();
    if (c == '-' || Digits.isDigit(c)) {
      return NumberReader.readUnsigned(this);
    }
    int from = position;
    return NumberReader.toUnsigned(this, readText(), from);
  }

  /// Text as it stands in a message about it.
  static String quote(String text) {
    String shown =
        text.length() > MAX_QUOTED_LENGTH ? text.substring(0, MAX_QUOTED_LENGTH) + "…" : text;
    return '"' + shown + '"';
  }
}
