package com.northwind.dispatch.eldprotocols.teltonika;

import io.netty.buffer.ByteBuf;

/// Takes a record's parts as they are met on the wire, so that telemetry is made without a copy of
/// the record in between.
interface AvlSink {
  /// Value of `generationType` in codecs that have none.
  int NO_GENERATION_TYPE = -1;

  void record(long timeMillis, int priority, int eventId, int generationType);

  void gnss(
      int longitudeE7Deg,
      int latitudeE7Deg,
      int altitudeM,
      int headingDeg,
      int satellites,
      int speedKph);

  /// A whole number: `value` holds the bits, unsigned.
  void number(int id, int widthBytes, long value);

  /// Bytes, to be read from `buffer` before this returns.
  void bytes(int id, ByteBuf buffer, int index, int length);
}
