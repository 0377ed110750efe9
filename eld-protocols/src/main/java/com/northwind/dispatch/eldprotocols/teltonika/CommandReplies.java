package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.CommandReplyContent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Command messages of a device as the platform's replies.
final class CommandReplies {
  private CommandReplies() {}

  static CommandReplyContent of(TeltonikaMessage.CommandMessage reply) {
    return switch (reply) {
      case TeltonikaMessage.Command command -> content(command, Optional.empty());
      case TeltonikaMessage.TimedCommand timed -> content(timed, Optional.of(timed.time()));
      case TeltonikaMessage.AddressedCommand addressed -> content(addressed, Optional.empty());
    };
  }

  private static CommandReplyContent content(
      TeltonikaMessage.CommandMessage reply, Optional<Instant> time) {
    WireBytes payload = reply.payload();
    ByteBuf bytes = Unpooled.wrappedBuffer(payload.toArray());
    String text = PrintableText.read(bytes, 0, bytes.readableBytes());
    return new CommandReplyContent(
        reply.type(),
        payload,
        text,
        time,
        reply.type() == TeltonikaMessage.TYPE_REFUSED,
        AxleLoads.read(text).map(AxleLoads::toParameters).orElse(List.<VendorParameter>of()));
  }
}
