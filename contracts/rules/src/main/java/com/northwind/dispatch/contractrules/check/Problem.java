package com.northwind.dispatch.contractrules.check;

/// One reason why the contracts do not hold.
///
/// @param about what it is about: a type, a file, a place in a protobuf file
/// @param explanation what is wrong and what to do, one or several lines without a newline at the
///   end
public record Problem(String about, String explanation) {
  @Override
  public String toString() {
    return about + (explanation.startsWith("\n") ? ":" : ": ") + explanation;
  }
}
