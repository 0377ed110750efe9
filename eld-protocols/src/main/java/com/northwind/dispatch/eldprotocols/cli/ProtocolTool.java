package com.northwind.dispatch.eldprotocols.cli;

import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.DatagramProtocol;
import com.northwind.dispatch.eldprotocols.protocol.StreamProtocol;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaMessage;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaProtocol;
import com.northwind.dispatch.eldprotocols.vectors.TeltonikaMapping;
import com.northwind.dispatch.eldprotocols.vectors.VectorCheck;
import java.util.List;
import java.util.Optional;

/// What the command line needs to know of a protocol.
///
/// @param stream over a connection
/// @param datagram over UDP
/// @param anonymousLogin what to say before a frame that was given without the login it needs
/// @param vectorCheck compares vector files
record ProtocolTool(
    StreamProtocol stream,
    Optional<DatagramProtocol> datagram,
    WireBytes anonymousLogin,
    VectorCheck vectorCheck) {

  private static final List<ProtocolTool> ALL = List.of(teltonika());

  /// The tool for the protocol called `name`.
  static Optional<ProtocolTool> named(String name) {
    return ALL.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  /// Names of all protocols.
  static List<String> names() {
    return ALL.stream().map(ProtocolTool::name).toList();
  }

  String name() {
    return stream.name();
  }

  private static ProtocolTool teltonika() {
    TeltonikaProtocol protocol = new TeltonikaProtocol();
    Imei nobody = new Imei("000000000000000");
    return new ProtocolTool(
        protocol,
        Optional.of(protocol),
        TeltonikaEncoder.encode(new TeltonikaMessage.Login(nobody)),
        new VectorCheck(protocol, new TeltonikaMapping(), TeltonikaEncoder::withRightChecksum));
  }
}
