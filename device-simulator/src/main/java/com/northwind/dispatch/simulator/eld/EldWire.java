package com.northwind.dispatch.simulator.eld;

import com.northwind.dispatch.eldprotocols.frame.Imei;
import com.northwind.dispatch.eldprotocols.teltonika.AvlRecord;
import com.northwind.dispatch.eldprotocols.teltonika.Codec;
import com.northwind.dispatch.eldprotocols.teltonika.IoElement;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaEncoder;
import com.northwind.dispatch.eldprotocols.teltonika.TeltonikaMessage;
import com.northwind.dispatch.simulator.truck.TruckPlan;
import com.northwind.dispatch.simulator.truck.TruckState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Puts records on the wire as a Teltonika unit with J1939 does: codec 8 Extended.
///
/// A stored record is only a number and a time; what the truck was doing then comes from its plan,
/// so a record that is sent again has the same bytes as the first time.
final class EldWire {
  /// The device's own sequence number, 8 bytes.
  static final int SEQUENCE = 10001;

  /// When the record was made and first offered, milliseconds since 1970, 8 bytes.
  static final int SEND_TIME = 10002;

  private static final int TOTAL_ODOMETER_M = 16;
  private static final int GSM_LEVEL = 21;
  private static final int ENGINE_SPEED_RPM = 36;
  private static final int WHEEL_SPEED_KPH = 37;
  private static final int FUEL_LEVEL_PERCENT = 48;
  private static final int SUPPLY_MILLIVOLT = 66;
  private static final int ENGINE_RUNNING_MIN = 102;
  private static final int IGNITION = 239;
  private static final int MOVEMENT = 240;

  private final TruckPlan truck;
  private final long runStartedMs;

  EldWire(TruckPlan truck, long runStartedMs) {
    this.truck = truck;
    this.runStartedMs = runStartedMs;
  }

  /// The frame that opens a connection.
  ByteBuf login(ByteBufAllocator allocator, String imei) {
    ByteBuf out = allocator.buffer(17);
    TeltonikaEncoder.encode(new TeltonikaMessage.Login(new Imei(imei)), out);
    return out;
  }

  /// One packet of `records`.
  ByteBuf packet(ByteBufAllocator allocator, List<StoredRecord> records) {
    List<AvlRecord> avl = new ArrayList<>(records.size());
    for (StoredRecord stored : records) {
      avl.add(avlRecord(stored));
    }
    ByteBuf out = allocator.buffer(64 + 128 * records.size());
    TeltonikaEncoder.encode(new TeltonikaMessage.AvlPacket(Codec.CODEC_8_EXTENDED, avl), out);
    return out;
  }

  private AvlRecord avlRecord(StoredRecord stored) {
    TruckState state = truck.at((stored.atMs() - runStartedMs) / 1000.0);
    int speedKph = (int) Math.round(state.speedKph());
    AvlRecord.Gnss gnss =
        new AvlRecord.Gnss(
            e7(state.location().longitudeDeg()),
            e7(state.location().latitudeDeg()),
            200,
            (int) Math.round(state.headingDeg()) % 360,
            9 + (int) (stored.seq() % 4),
            speedKph);
    List<IoElement> elements =
        List.of(
            new IoElement.Fixed(IGNITION, 1, state.isIgnitionOn() ? 1 : 0),
            new IoElement.Fixed(MOVEMENT, 1, state.isMoving() ? 1 : 0),
            new IoElement.Fixed(GSM_LEVEL, 1, 3 + stored.seq() % 3),
            new IoElement.Fixed(WHEEL_SPEED_KPH, 1, speedKph),
            new IoElement.Fixed(FUEL_LEVEL_PERCENT, 1, Math.round(state.fuelLevelPercent())),
            new IoElement.Fixed(ENGINE_SPEED_RPM, 2, Math.round(state.engineSpeedRpm())),
            new IoElement.Fixed(SUPPLY_MILLIVOLT, 2, Math.round(state.supplyVoltageV() * 1000)),
            new IoElement.Fixed(TOTAL_ODOMETER_M, 4, Math.round(state.odometerKm() * 1000)),
            new IoElement.Fixed(ENGINE_RUNNING_MIN, 4, Math.round(state.engineHours() * 60)),
            new IoElement.Fixed(SEQUENCE, 8, stored.seq()),
            new IoElement.Fixed(SEND_TIME, 8, stored.atMs()));
    return new AvlRecord(
        Instant.ofEpochMilli(stored.atMs()), 0, gnss, 0, OptionalInt.empty(), elements);
  }

  private static int e7(double degrees) {
    return (int) Math.round(degrees * 1e7);
  }
}
