package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;

/// One input/output element of a record: a numbered value, whose meaning is in the vendor's list
/// for the model.
public sealed interface IoElement {
  /// Number in the vendor's list, 0 to 65,535 (0 to 255 in codec 8).
  int id();

  /// A whole number of fixed width.
  ///
  /// @param widthBytes 1, 2, 4 or 8
  /// @param value its bits, unsigned; of 8 bytes the same bits as a `long`
  record Fixed(int id, int widthBytes, long value) implements IoElement {
    public Fixed {
      requireId(id);
      if (widthBytes != 1 && widthBytes != 2 && widthBytes != 4 && widthBytes != 8) {
        throw new IllegalArgumentException("element " + id + " cannot be wide " + widthBytes);
      }
      if (widthBytes < 8 && value >>> (widthBytes * 8) != 0) {
        throw new IllegalArgumentException(
            "element " + id + " of " + widthBytes + " bytes cannot hold " + value);
      }
    }
  }

  /// Bytes: of any length in codec 8 Extended, of 16 in the wide form of codec 8.
  record Variable(int id, WireBytes value) implements IoElement {
    public Variable {
      requireId(id);
    }
  }

  private static void requireId(int id) {
    if (id < 0 || id > 0xFFFF) {
      throw new IllegalArgumentException("element id " + id + " is not within 0 to 65,535");
    }
  }
}
