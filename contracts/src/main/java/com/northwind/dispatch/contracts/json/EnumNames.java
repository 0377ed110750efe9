package com.northwind.dispatch.contracts.json;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.HashMap;
import java.util.Map;

/// The values of an enum by name and by number.
final class EnumNames {
  /// The answer of [#read] where there is nothing to keep; no value of an enum is so far out.
  static final long ABSENT = Long.MIN_VALUE;

  private static final int MAX_NUMBER = 1 << 10;

  private final NameTable numbers;
  private final byte[][] quotedNames;

  EnumNames(EnumDescriptor type) {
    Map<String, Integer> byName = new HashMap<>();
    int highest = 0;
    for (EnumValueDescriptor value : type.getValues()) {
      if (value.getNumber() < 0 || value.getNumber() > MAX_NUMBER) {
        throw new IllegalArgumentException(value.getFullName() + " is not from 0 to " + MAX_NUMBER);
      }
      byName.put(value.getName(), value.getNumber());
      highest = Math.max(highest, value.getNumber());
    }
    this.numbers = new NameTable(byName);
    this.quotedNames = new byte[highest + 1][];
    for (EnumValueDescriptor value : type.getValues()) {
      quotedNames[value.getNumber()] = Literals.ascii('"' + value.getName() + '"');
    }
  }

  /// Writes the value's name, or its number where this build has no name for it.
  void write(int number, JsonBytes out) {
    if (number >= 0 && number < quotedNames.length && quotedNames[number] != null) {
      out.raw(quotedNames[number]);
    } else {
      IntegerWriter.write(number, out);
    }
  }

  /// Reads a value by its name or number. A name that this build does not know comes from a newer
  /// producer and is [#ABSENT], as is null.
  long read(JsonReader in) throws JsonReadException {
    if (in.skipNull()) {
      return ABSENT;
    }
    if (in.token() == '"') {
      in.scanText();
      if (!in.escaped) {
        int number = numbers.find(in.bytes, in.scannedFrom, in.scannedTo, hash(in));
        if (number != NameTable.UNKNOWN) {
          return number;
        }
      }
      return number(in.scannedText());
    }
    return number(in.readText());
  }

  private static int hash(JsonReader in) {
    int hash = 0;
    for (int i = in.scannedFrom; i < in.scannedTo; i++) {
      hash = NameTable.hash(hash, in.bytes[i]);
    }
    return hash;
  }

  private long number(String text) {
    int number = numbers.find(text);
    return number == NameTable.UNKNOWN ? NumberReader.toInt(text) : number;
  }
}
