package com.northwind.dispatch.tabletpush.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.northwind.dispatch.contracts.tablet.v1.TabletServiceGrpc;
import com.northwind.dispatch.contracts.tablet.v1.TabletToGateway;
import com.northwind.dispatch.tabletpush.mailbox.SheetFrame;
import com.northwind.dispatch.tabletpush.session.Downlink;
import com.northwind.dispatch.tabletpush.session.Inbound;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// How messages of the stream become bytes and back.
final class StreamMarshallers {
  private StreamMarshallers() {}

  /// The stream's method, on our types. The bytes are those of the generated one.
  static MethodDescriptor<Inbound, Downlink> method(int maxMessageBytes) {
    return TabletServiceGrpc.getConnectMethod().toBuilder(
            new InboundMarshaller(maxMessageBytes), new DownlinkMarshaller())
        .build();
  }

  /// Reads at most so many bytes of a message; never throws for what they hold.
  private record InboundMarshaller(int maxMessageBytes)
      implements MethodDescriptor.Marshaller<Inbound> {
    @Override
    public InputStream stream(Inbound value) {
      throw new UnsupportedOperationException(
          "a gateway reads these messages and never sends them");
    }

    @Override
    public Inbound parse(InputStream stream) {
      byte[] bytes;
      try {
        bytes = stream.readNBytes(maxMessageBytes + 1);
      } catch (IOException e) {
        return new Inbound.Unreadable("the message broke off");
      }
      if (bytes.length > maxMessageBytes) {
        return new Inbound.TooLarge(maxMessageBytes);
      }
      try {
        return new Inbound.Message(TabletToGateway.parseFrom(bytes), bytes.length);
      } catch (InvalidProtocolBufferException e) {
        return new Inbound.Unreadable("not a TabletToGateway message");
      }
    }
  }

  private record DownlinkMarshaller() implements MethodDescriptor.Marshaller<Downlink> {
    @Override
    public InputStream stream(Downlink value) {
      return switch (value) {
        case Downlink.Message(var message) ->
            TabletServiceGrpc.getConnectMethod().getResponseMarshaller().stream(message);
        case Downlink.Sheet(SheetFrame sheet) -> new SheetStream(sheet);
      };
    }

    @Override
    public Downlink parse(InputStream stream) {
      throw new UnsupportedOperationException(
          "a gateway sends these messages and never reads them");
    }
  }

  /// A sheet's bytes, handed over in one piece.
  private static final class SheetStream extends InputStream implements KnownLength, Drainable {
    private final SheetFrame sheet;
    private final InputStream in;

    SheetStream(SheetFrame sheet) {
      this.sheet = sheet;
      this.in = sheet.read();
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
      if (in.available() == 0) {
        return 0;
      }
      sheet.writeTo(target);
      in.skipNBytes(in.available());
      return sheet.sizeBytes();
    }

    @Override
    public int available() {
      try {
        return in.available();
      } catch (IOException e) {
        throw new UncheckedIOException("reading memory failed", e);
      }
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, length);
    }
  }
}
