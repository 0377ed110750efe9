package com.northwind.dispatch.eldprotocols;

import com.northwind.dispatch.eldprotocols.protocol.DatagramProtocol;
import com.northwind.dispatch.eldprotocols.protocol.DeviceProtocol;
import com.northwind.dispatch.eldprotocols.protocol.StreamProtocol;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaProtocol;
import java.util.List;
import java.util.Optional;

/// Every hardware protocol of this build, written out.
public final class EldProtocols {
  private static final TeltonikaProtocol TELTONIKA = new TeltonikaProtocol();

  private static final List<DeviceProtocol> ALL = List.of(TELTONIKA);
  private static final List<StreamProtocol> STREAMS = List.of(TELTONIKA);
  private static final List<DatagramProtocol> DATAGRAMS = List.of(TELTONIKA);

  private EldProtocols() {}

  /// All protocols, in the order in which a detector should try them.
  public static List<DeviceProtocol> all() {
    return ALL;
  }

  /// The protocols that a TCP listener can be given.
  public static List<StreamProtocol> streams() {
    return STREAMS;
  }

  /// The protocols that a UDP listener can be given.
  public static List<DatagramProtocol> datagrams() {
    return DATAGRAMS;
  }

  /// The protocol called `name`, e.g. `teltonika`.
  public static Optional<DeviceProtocol> named(String name) {
    return ALL.stream().filter(protocol -> protocol.name().equals(name)).findFirst();
  }
}
