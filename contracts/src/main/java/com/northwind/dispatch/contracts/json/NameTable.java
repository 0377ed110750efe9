package com.northwind.dispatch.contracts.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Finds the number behind an ASCII name by its bytes, without making a string of it. Immutable.
public final class NameTable {
  /// The answer for a name the table does not hold.
  public static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers;
  private final byte[][] names;
  private final int[] hashes;
  private final int[] codes;
  private final int mask;

  /// @param numbers ASCII names and their numbers, which are not negative
  public NameTable(Map<String, Integer> numbers) {
    this.numbers = new HashMap<>(numbers);
    // At most a quarter full, so that nearly every name is met at the first place looked at.
    int places = Integer.highestOneBit(Math.max(numbers.size(), 1)) * 8;
    this.mask = places - 1;
    this.names = new byte[places][];
    this.hashes = new int[places];
    this.codes = new int[places];
    numbers.forEach(this::add);
  }

  private void add(String name, int number) {
    int hash = name.hashCode();
    int place = placeOf(hash);
    while (names[place] != null) {
      place = place + 1 & mask;
    }
    names[place] = Literals.ascii(name);
    hashes[place] = hash;
    codes[place] = number;
  }

  private int placeOf(int hash) {
    return (hash ^ hash >>> 15) & mask;
  }

  /// The hash of a name that goes on by one character; of no characters it is 0.
  static int hash(int hash, int character) {
    return 31 * hash + character;
  }

  int find(byte[] text, int from, int to, int hash) {
    int place = placeOf(hash);
    while (names[place] != null) {
      if (hashes[place] == hash
          && Arrays.equals(names[place], 0, names[place].length, text, from, to)) {
        return codes[place];
      }
      place = place + 1 & mask;
    }
    return UNKNOWN;
  }

  int find(String name) {
    return numbers.getOrDefault(name, UNKNOWN);
  }
}
