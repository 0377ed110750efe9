package com.northwind.dispatch.simulator.command;

import com.northwind.dispatch.simulator.probe.Fault;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `bad-crc` as [Fault#BAD_CRC], and so on.
final class FaultName implements ITypeConverter<Fault> {
  static String of(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Fault convert(String text) {
    for (Fault fault : Fault.values()) {
      if (of(fault).equals(text)) {
        return fault;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is none of bad-crc, truncated, unknown-imei, http");
  }
}
