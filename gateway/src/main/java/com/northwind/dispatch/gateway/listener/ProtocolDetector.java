package com.northwind.dispatch.gateway.listener;

import com.northwind.dispatch.eldprotocols.frame.ForeignProtocol;
import com.northwind.dispatch.eldprotocols.protocol.StreamProtocol;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells from the first bytes of a connection who is speaking. Stateless.
final class ProtocolDetector {
  /// More than this is never needed, bytes.
  static final int MAX_BYTES = 64;

  /// What the first bytes tell.
  sealed interface Detection {
    /// A device's protocol.
    record Speaks(StreamProtocol protocol) implements Detection {}

    /// Traffic that has no business here.
    record Foreign(String name) implements Detection {}

    /// Too few bytes to tell.
    record NeedMore() implements Detection {}

    /// Nothing that is known here.
    record Unrecognised() implements Detection {}
  }

  private final List<StreamProtocol> protocols;

  ProtocolDetector(List<StreamProtocol> protocols) {
    this.protocols = List.copyOf(protocols);
  }

  Detection detect(ByteBuf firstBytes) {
    @Nullable StreamProtocol undecided = null;
    for (StreamProtocol protocol : protocols) {
      switch (protocol.recognise(firstBytes)) {
        case YES -> {
          return new Detection.Speaks(protocol);
        }
        case NEED_MORE -> undecided = undecided == null ? protocol : undecided;
        case NO -> {}
      }
    }
    return switch (ForeignProtocol.recognise(firstBytes)) {
      case ForeignProtocol.Verdict.Foreign(String name) -> new Detection.Foreign(name);
      case ForeignProtocol.Verdict.Undecided() -> new Detection.NeedMore();
      case ForeignProtocol.Verdict.NotForeign() ->
          undecided == null ? ofNone() : stillOpen(firstBytes, undecided);
    };
  }

  /// Where only one protocol is spoken, that one tells best what is wrong with the bytes.
  private Detection ofNone() {
    return protocols.size() == 1
        ? new Detection.Speaks(protocols.getFirst())
        : new Detection.Unrecognised();
  }

  /// A protocol that could still be it gets the connection once enough has arrived: it tells better
  /// than we could what is wrong.
  private static Detection stillOpen(ByteBuf firstBytes, StreamProtocol possible) {
    return firstBytes.readableBytes() < MAX_BYTES
        ? new Detection.NeedMore()
        : new Detection.Speaks(possible);
  }
}
