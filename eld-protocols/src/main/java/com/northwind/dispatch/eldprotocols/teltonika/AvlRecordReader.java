package com.northwind.dispatch.eldprotocols.teltonika;

import com.northwind.dispatch.eldprotocols.frame.WireBytes;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Collects a record's parts into an [AvlRecord].
final class AvlRecordReader implements AvlSink {
  private final List<IoElement> elements = new ArrayList<>();
  private Instant time = Instant.EPOCH;
  private int priority;
  private int eventId;
  private OptionalInt generationType = OptionalInt.empty();
  private AvlRecord.Gnss gnss = new AvlRecord.Gnss(0, 0, 0, 0, 0, 0);

  AvlRecordReader() {}

  @Override
  public void record(long timeMillis, int priority, int eventId, int generationType) {
    this.time = Instant.ofEpochMilli(timeMillis);
    this.priority = priority;
    this.eventId = eventId;
    this.generationType =
        generationType == NO_GENERATION_TYPE ? OptionalInt.empty() : OptionalInt.of(generationType);
  }

  @Override
  public void gnss(
      int longitudeE7Deg,
      int latitudeE7Deg,
      int altitudeM,
      int headingDeg,
      int satellites,
      int speedKph) {
    gnss =
        new AvlRecord.Gnss(
            longitudeE7Deg, latitudeE7Deg, altitudeM, headingDeg, satellites, speedKph);
  }

  @Override
  public void number(int id, int widthBytes, long value) {
    elements.add(new IoElement.Fixed(id, widthBytes, value));
  }

  @Override
  public void bytes(int id, ByteBuf buffer, int index, int length) {
    elements.add(new IoElement.Variable(id, WireBytes.copyOf(buffer, index, length)));
  }

  AvlRecord toRecord() {
    return new AvlRecord(time, priority, gnss, eventId, generationType, elements);
  }
}
