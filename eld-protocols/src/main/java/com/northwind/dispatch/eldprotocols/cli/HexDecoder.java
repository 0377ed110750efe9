package com.northwind.dispatch.eldprotocols.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import com.northwind.dispatch.eldprotocols.frame.RejectedFrame;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.protocol.CommandReplyContent;
import com.northwind.dispatch.eldprotocols.protocol.Decoded;
import com.northwind.dispatch.eldprotocols.protocol.DeviceIdentity;
import com.northwind.dispatch.eldprotocols.protocol.StreamSession;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/// Prints what bytes say: records on the output as they would stand on the topic, the rest of the
/// conversation on the error output.
final class HexDecoder {
  private final JsonFormat.Printer printer = JsonFormat.printer().omittingInsignificantWhitespace();
  private final ObjectMapper json = new ObjectMapper();
  private final ProtocolTool tool;
  private final PrintWriter out;
  private final PrintWriter err;

  HexDecoder(ProtocolTool tool, PrintWriter out, PrintWriter err) {
    this.tool = tool;
    this.out = out;
    this.err = err;
  }

  /// Decodes a connection's bytes; false when something in them could not be read.
  boolean decodeStream(WireBytes bytes) throws IOException {
    StreamSession session = session(bytes);
    ByteBuf in = Unpooled.wrappedBuffer(bytes.toArray());
    boolean good = true;
    int frameAt = 0;
    for (Decoded decoded = session.next(in);
        !(decoded instanceof Decoded.NeedMoreBytes);
        decoded = session.next(in)) {
      good &= print(decoded, frameAt);
      if (decoded instanceof Decoded.Identification) {
        session.answer(StreamSession.Verdict.ACCEPTED);
      }
      frameAt = in.readerIndex();
    }
    Optional<RejectedFrame> unfinished = session.end(in);
    unfinished.ifPresent(frame -> print(frame, in.readerIndex()));
    return good && unfinished.isEmpty();
  }

  /// Decodes one datagram; false when it could not be read.
  boolean decodeDatagram(WireBytes bytes) throws IOException {
    if (tool.datagram().isEmpty()) {
      err.println(tool.name() + " is not spoken over UDP");
      return false;
    }
    ByteBuf datagram = Unpooled.wrappedBuffer(bytes.toArray());
    boolean good = true;
    for (Decoded decoded : tool.datagram().get().openDatagrams().decode(datagram)) {
      good &= print(decoded, 0);
    }
    return good;
  }

  /// A session at the point where the bytes start: a packet pasted without its login gets one.
  private StreamSession session(WireBytes bytes) {
    StreamSession trial = tool.stream().openStream();
    boolean identifies =
        trial.next(Unpooled.wrappedBuffer(bytes.toArray())) instanceof Decoded.Identification;
    StreamSession session = tool.stream().openStream();
    if (!identifies) {
      session.next(Unpooled.wrappedBuffer(tool.anonymousLogin().toArray()));
      session.answer(StreamSession.Verdict.ACCEPTED);
    }
    return session;
  }

  private boolean print(Decoded decoded, int frameAt) throws IOException {
    switch (decoded) {
      case Decoded.NeedMoreBytes need -> {}
      case Decoded.Identification(DeviceIdentity claimed) ->
          err.println("identity: " + claimed.scheme() + ' ' + claimed.value());
      case Decoded.KeepAlive keepAlive -> err.println("keep-alive at byte " + frameAt);
      case Decoded.RecordBatch batch -> {
        for (var record : batch.records()) {
          out.println(printer.print(record.telemetry()));
        }
      }
      case Decoded.CommandReply reply -> print(reply.content());
      case Decoded.Rejected rejected -> {
        print(rejected.frame(), frameAt);
        return false;
      }
    }
    return true;
  }

  private void print(CommandReplyContent reply) throws IOException {
    ObjectNode object = json.createObjectNode();
    ObjectNode content = object.putObject("commandReply");
    content.put("kind", reply.kind());
    if (reply.text().isEmpty()) {
      content.put("hex", reply.payload().toHex());
    } else {
      content.put("text", reply.text());
    }
    reply.time().ifPresent(time -> content.put("time", time.toString()));
    if (reply.refused()) {
      content.put("refused", true);
    }
    for (MessageOrBuilder value : reply.values()) {
      content.withArray("values").add(json.readTree(printer.print(value)));
    }
    out.println(json.writeValueAsString(object));
  }

  private void print(RejectedFrame frame, int frameAt) {
    out.flush();
    err.println(
        "bad frame: %s at offset %d (byte %d of the input): %s"
            .formatted(
                frame.reason().name().replace("REJECT_REASON_", ""),
                frame.offsetBytes(),
                frameAt + frame.offsetBytes(),
                frame.detail()));
  }
}
