package com.northwind.dispatch.eldprotocols.protocol;

/// A protocol that devices speak in datagrams, each of them complete in itself.
public interface DatagramProtocol extends DeviceProtocol {
  /// A decoder for one thread; it may be kept and used for any number of datagrams and devices.
  DatagramDecoder openDatagrams();
}
