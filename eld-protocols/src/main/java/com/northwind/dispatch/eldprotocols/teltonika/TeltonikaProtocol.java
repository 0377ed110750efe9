package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.eldprotocols.protocol.DatagramDecoder;
import com.northwind.dispatch.eldprotocols.protocol.DatagramProtocol;
import com.northwind.dispatch.eldprotocols.protocol.StreamProtocol;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import io.netty.buffer.ByteBuf;

/// Teltonika over TCP and UDP.
public final class TeltonikaProtocol implements StreamProtocol, DatagramProtocol {
  /// Name in the directory, in telemetry and on the command line.
  public static final String NAME = "teltonika";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recognition recognise(ByteBuf firstBytes) {
    return switch (TeltonikaFrameDecoder.next(firstBytes)) {
      case TeltonikaFrameDecoder.Frame.Incomplete incomplete -> Recognition.NEED_MORE;
      case TeltonikaFrameDecoder.Frame.Lost lost -> Recognition.NO;
      case TeltonikaFrameDecoder.Frame.KeepAlive keepAlive -> Recognition.YES;
      case TeltonikaFrameDecoder.Frame.Login login -> Recognition.YES;
      case TeltonikaFrameDecoder.Frame.Packet packet -> Recognition.YES;
      case TeltonikaFrameDecoder.Frame.Bad bad -> Recognition.YES;
    };
  }

  @Override
  public StreamSession openStream() {
    return new TeltonikaSession();
  }

  @Override
  public DatagramDecoder openDatagrams() {
    return new TeltonikaDatagramDecoder();
  }
}
