package com.northwind.dispatch.contracts.json;

import com.northwind.dispatch.contracts.eld.v1.VendorParameter;
import com.northwind.dispatch.contracts.eld.v1.VendorParameter.ValueCase;

/// One value in the vendor's own terms in JSON.
final class VendorParameterJson {
  private static final MemberNames NAMES = new MemberNames(VendorParameter.getDescriptor());
  private static final byte[] NAME = NAMES.prefix(VendorParameter.NAME_FIELD_NUMBER);
  private static final byte[] NUMBER = NAMES.prefix(VendorParameter.NUMBER_FIELD_NUMBER);
  private static final byte[] TEXT = NAMES.prefix(VendorParameter.TEXT_FIELD_NUMBER);
  private static final byte[] FLAG = NAMES.prefix(VendorParameter.FLAG_FIELD_NUMBER);
  private static final byte[] HEX = NAMES.prefix(VendorParameter.HEX_FIELD_NUMBER);

  private VendorParameterJson() {}

  static void write(VendorParameter parameter, JsonBytes out) {
    int begin = out.begin();
    out.memberUnlessEmpty(NAME, parameter.getName());
    switch (parameter.getValueCase()) {
      case NUMBER -> out.member(NUMBER, parameter.getNumber());
      case TEXT -> out.member(TEXT, parameter.getText());
      case FLAG -> out.member(FLAG, parameter.getFlag());
      case HEX -> out.member(HEX, parameter.getHex());
      case VALUE_NOT_SET -> {}
    }
    out.endObject(begin);
  }

  static VendorParameter read(JsonReader in) throws JsonReadException {
    in.beginObject();
    VendorParameter.Builder parameter = VendorParameter.newBuilder();
    Members members = new Members(NAMES, in, parameter);
    try {
      for (int field = members.next(); field != 0; field = members.next()) {
        if (field == VendorParameter.NAME_FIELD_NUMBER) {
          parameter.setName(in.readText());
        } else {
          readValue(field, in, parameter);
        }
      }
    } catch (JsonReadException e) {
      throw members.locate(e);
    }
    return parameter.build();
  }

  private static void readValue(int field, JsonReader in, VendorParameter.Builder to)
      throws JsonReadException {
    if (to.getValueCase() != ValueCase.VALUE_NOT_SET) {
      throw in.misfit("the parameter has a value already", in.position);
    }
    switch (field) {
      case VendorParameter.NUMBER_FIELD_NUMBER -> to.setNumber(in.readDouble());
      case VendorParameter.TEXT_FIELD_NUMBER -> to.setText(in.readText());
      case VendorParameter.FLAG_FIELD_NUMBER -> to.setFlag(in.readBoolean());
      case VendorParameter.HEX_FIELD_NUMBER -> to.setHex(in.readText());
      default -> in.skipValue();
    }
  }
}
