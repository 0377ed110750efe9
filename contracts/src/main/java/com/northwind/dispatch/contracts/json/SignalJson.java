package com.northwind.dispatch.contracts.json;

import com.northwind.dispatch.contracts.eld.v1.AnalogInput;
import com.northwind.dispatch.contracts.eld.v1.DigitalSignal;

/// A device's inputs and outputs in JSON.
final class SignalJson {
  private static final MemberNames DIGITAL = new MemberNames(DigitalSignal.getDescriptor());
  private static final byte[] DIGITAL_LINE = DIGITAL.prefix(DigitalSignal.LINE_FIELD_NUMBER);
  private static final byte[] ACTIVE = DIGITAL.prefix(DigitalSignal.ACTIVE_FIELD_NUMBER);

  private static final MemberNames ANALOG = new MemberNames(AnalogInput.getDescriptor());
  private static final byte[] ANALOG_LINE = ANALOG.prefix(AnalogInput.LINE_FIELD_NUMBER);
  private static final byte[] VOLTAGE_V = ANALOG.prefix(AnalogInput.VOLTAGE_V_FIELD_NUMBER);

  private SignalJson() {}

  static void write(DigitalSignal signal, JsonBytes out) {
    int begin = out.begin();
    if (signal.getLine() != 0) {
      out.unsignedMember(DIGITAL_LINE, signal.getLine());
    }
    if (signal.getActive()) {
      out.member(ACTIVE, true);
    }
    out.endObject(begin);
  }

  static void write(AnalogInput input, JsonBytes out) {
    int begin = out.begin();
    if (input.getLine() != 0) {
      out.unsignedMember(ANALOG_LINE, input.getLine());
    }
    out.memberUnlessZero(VOLTAGE_V, input.getVoltageV());
    out.endObject(begin);
  }

  static DigitalSignal readDigital(JsonReader in) throws JsonReadException {
    in.beginObject();
    DigitalSignal.Builder signal = DigitalSignal.newBuilder();
    Members members = new Members(DIGITAL, in, signal);
    try {
      for (int field = members.next(); field != 0; field = members.next()) {
        switch (field) {
          case DigitalSignal.LINE_FIELD_NUMBER -> signal.setLine(in.readUnsigned());
          case DigitalSignal.ACTIVE_FIELD_NUMBER -> signal.setActive(in.readBoolean());
          default -> in.skipValue();
        }
      }
    } catch (JsonReadException e) {
      throw members.locate(e);
    }
    return signal.build();
  }

  static AnalogInput readAnalog(JsonReader in) throws JsonReadException {
    in.beginObject();
    AnalogInput.Builder input = AnalogInput.newBuilder();
    Members members = new Members(ANALOG, in, input);
    try {
      for (int field = members.next(); field != 0; field = members.next()) {
        switch (field) {
          case AnalogInput.LINE_FIELD_NUMBER -> input.setLine(in.readUnsigned());
          case AnalogInput.VOLTAGE_V_FIELD_NUMBER -> input.setVoltageV(in.readDouble());
          default -> in.skipValue();
        }
      }
    } catch (JsonReadException e) {
      throw members.locate(e);
    }
    return input.build();
  }
}
