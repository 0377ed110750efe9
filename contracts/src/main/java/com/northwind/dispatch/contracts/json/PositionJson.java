package com.northwind.dispatch.contracts.json;

import com.northwind.dispatch.contracts.eld.v1.Position;

/// A satellite fix in JSON.
final class PositionJson {
  private static final MemberNames NAMES = new MemberNames(Position.getDescriptor());
  private static final byte[] FIX_TIME = NAMES.prefix(Position.FIX_TIME_FIELD_NUMBER);
  private static final byte[] VALID = NAMES.prefix(Position.VALID_FIELD_NUMBER);
  private static final byte[] LATITUDE_DEG = NAMES.prefix(Position.LATITUDE_DEG_FIELD_NUMBER);
  private static final byte[] LONGITUDE_DEG = NAMES.prefix(Position.LONGITUDE_DEG_FIELD_NUMBER);
  private static final byte[] ALTITUDE_M = NAMES.prefix(Position.ALTITUDE_M_FIELD_NUMBER);
  private static final byte[] SPEED_KPH = NAMES.prefix(Position.SPEED_KPH_FIELD_NUMBER);
  private static final byte[] HEADING_DEG = NAMES.prefix(Position.HEADING_DEG_FIELD_NUMBER);
  private static final byte[] SATELLITES = NAMES.prefix(Position.SATELLITES_FIELD_NUMBER);
  private static final byte[] ACCURACY_M = NAMES.prefix(Position.ACCURACY_M_FIELD_NUMBER);
  private static final byte[] HDOP = NAMES.prefix(Position.HDOP_FIELD_NUMBER);
  private static final byte[] PDOP = NAMES.prefix(Position.PDOP_FIELD_NUMBER);
  private static final byte[] VDOP = NAMES.prefix(Position.VDOP_FIELD_NUMBER);

  private PositionJson() {}

  static void write(Position position, JsonBytes out) {
    int begin = out.begin();
    if (position.hasFixTime()) {
      out.member(FIX_TIME, position.getFixTime());
    }
    if (position.getValid()) {
      out.member(VALID, true);
    }
    out.memberUnlessZero(LATITUDE_DEG, position.getLatitudeDeg());
    out.memberUnlessZero(LONGITUDE_DEG, position.getLongitudeDeg());
    if (position.hasAltitudeM()) {
      out.member(ALTITUDE_M, position.getAltitudeM());
    }
    if (position.hasSpeedKph()) {
      out.member(SPEED_KPH, position.getSpeedKph());
    }
    if (position.hasHeadingDeg()) {
      out.member(HEADING_DEG, position.getHeadingDeg());
    }
    if (position.hasSatellites()) {
      out.unsignedMember(SATELLITES, position.getSatellites());
    }
    if (position.hasAccuracyM()) {
      out.member(ACCURACY_M, position.getAccuracyM());
    }
    if (position.hasHdop()) {
      out.member(HDOP, position.getHdop());
    }
    if (position.hasPdop()) {
      out.member(PDOP, position.getPdop());
    }
    if (position.hasVdop()) {
      out.member(VDOP, position.getVdop());
    }
    out.endObject(begin);
  }

  static Position read(JsonReader in) throws JsonReadException {
    in.beginObject();
    Position.Builder position = Position.newBuilder();
    Members members = new Members(NAMES, in, position);
    try {
      for (int field = members.next(); field != 0; field = members.next()) {
        readField(field, in, position);
      }
    } catch (JsonReadException e) {
      throw members.locate(e);
    }
    return position.build();
  }

  private static void readField(int field, JsonReader in, Position.Builder to)
      throws JsonReadException {
    switch (field) {
      case Position.FIX_TIME_FIELD_NUMBER -> to.setFixTime(TimeReader.read(in));
      case Position.VALID_FIELD_NUMBER -> to.setValid(in.readBoolean());
      case Position.LATITUDE_DEG_FIELD_NUMBER -> to.setLatitudeDeg(in.readDouble());
      case Position.LONGITUDE_DEG_FIELD_NUMBER -> to.setLongitudeDeg(in.readDouble());
      case Position.ALTITUDE_M_FIELD_NUMBER -> to.setAltitudeM(in.readDouble());
      case Position.SPEED_KPH_FIELD_NUMBER -> to.setSpeedKph(in.readDouble());
      case Position.HEADING_DEG_FIELD_NUMBER -> to.setHeadingDeg(in.readDouble());
      case Position.SATELLITES_FIELD_NUMBER -> to.setSatellites(in.readUnsigned());
      case Position.ACCURACY_M_FIELD_NUMBER -> to.setAccuracyM(in.readDouble());
      case Position.HDOP_FIELD_NUMBER -> to.setHdop(in.readDouble());
      case Position.PDOP_FIELD_NUMBER -> to.setPdop(in.readDouble());
      case Position.VDOP_FIELD_NUMBER -> to.setVdop(in.readDouble());
      default -> in.skipValue();
    }
  }
}
