package com.northwind.dispatch.tabletpush.mailbox;

import com.google.protobuf.CodedOutputStream;
import com.northwind.dispatch.contracts.tablet.v1.GatewayToTablet;
import com.northwind.dispatch.contracts.tablet.v1.RouteSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// One revision of a route sheet, already in the form it has on the stream: a serialised
/// [GatewayToTablet] that holds the sheet. The same bytes serve the mailbox and every send.
///
/// Immutable; the bytes never leave as an array.
public final class SheetFrame {
  private final long revision;
  private final byte[] wire;

  private SheetFrame(long revision, byte[] wire) {
    if (revision <= 0) {
      throw new IllegalArgumentException("a route sheet's revision starts at 1, not " + revision);
    }
    this.revision = revision;
    this.wire = wire;
  }

  /// Frames a sheet that is already serialised.
  ///
  /// @param revision the sheet's revision, from 1
  /// @param sheet a serialised [RouteSheet]; copied
  public static SheetFrame of(long revision, byte[] sheet) {
    byte[] wire = new byte[sizeOfFrame(sheet.length)];
    CodedOutputStream out = CodedOutputStream.newInstance(wire);
    try {
      out.writeByteArray(GatewayToTablet.ROUTE_SHEET_FIELD_NUMBER, sheet);
      out.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return new SheetFrame(revision, wire);
  }

  /// Serialises and frames a sheet.
  public static SheetFrame of(RouteSheet sheet) {
    byte[] wire = new byte[sizeOfFrame(sheet.getSerializedSize())];
    CodedOutputStream out = CodedOutputStream.newInstance(wire);
    try {
      out.writeMessage(GatewayToTablet.ROUTE_SHEET_FIELD_NUMBER, sheet);
      out.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return new SheetFrame(Integer.toUnsignedLong(sheet.getRevision()), wire);
  }

  private static int sizeOfFrame(int sheetBytes) {
    return CodedOutputStream.computeTagSize(GatewayToTablet.ROUTE_SHEET_FIELD_NUMBER)
        + CodedOutputStream.computeUInt32SizeNoTag(sheetBytes)
        + sheetBytes;
  }

  /// The sheet's revision, from 1.
  public long revision() {
    return revision;
  }

  /// Length on the stream, bytes.
  public int sizeBytes() {
    return wire.length;
  }

  /// Writes the whole frame.
  public void writeTo(OutputStream out) throws IOException {
    out.write(wire);
  }

  /// Reads the whole frame.
  public InputStream read() {
    return new ByteArrayInputStream(wire);
  }
}
