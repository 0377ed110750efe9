package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import com.northwind.dispatch.eldprotocols.testing.CaptureFiles;
import com.northwind.dispatch.eldprotocols.vectors.Conversation;
import com.northwind.dispatch.eldprotocols.vectors.VectorCase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;

/// Bytes that several tests need.
final class Frames {
  static final Imei IMEI = new Imei("350000000000014");
  static final WireBytes LOGIN = TeltonikaEncoder.encode(new TeltonikaMessage.Login(IMEI));

  private Frames() {}

  /// Every packet with records in the vectors, with its right checksum.
  static List<WireBytes> recordPackets() {
    return CaptureFiles.vectors("teltonika").stream()
        .flatMap(vector -> vector.steps().stream())
        .map(VectorCase.Step::frame)
        .filter(frame -> frame.length() > 12 && holdsRecords(frame.toArray()[8] & 0xFF))
        .map(TeltonikaEncoder::withRightChecksum)
        .toList();
  }

  static boolean holdsRecords(int codec) {
    return codec == 0x07 || codec == 0x08 || codec == 0x8E || codec == 0x10;
  }

  /// A conversation whose device is identified.
  static Conversation identified() {
    Conversation conversation = new Conversation(new TeltonikaProtocol().openStream());
    conversation.feed(LOGIN);
    conversation.take();
    return conversation;
  }

  static WireBytes join(WireBytes... parts) {
    ByteBuf out = Unpooled.buffer();
    for (WireBytes part : parts) {
      part.writeTo(out);
    }
    return WireBytes.copyOf(out);
  }

  static WireBytes hex(String hex) {
    return WireBytes.ofHex(hex.replace(" ", ""));
  }
}
